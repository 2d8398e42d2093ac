# Not run where it was written: there is no Docker engine there.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/flows ./flows
COPY package.json LICENSE ./
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 3000
# SIMULATOR_PASSWORD is needed when the page is on, because it listens on all addresses here.
CMD ["node", "dist/main.js"]
