// @ts-check
import { html } from './html.js';

const PATHS = {
  send: 'M4 12 20 4l-4 16-4-7zM12 13l8-9',
  attach: 'm20 11-8.5 8.500a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.700L9.5 17a1.7 1.7 0 0 1-2.4-2.400L15 6.8',
  reply: 'M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  more: 'm7 10 5 5 5-5',
  close: 'm6 6 12 12M18 6 6 18',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  download: 'M12 4v11m-4.5-4.500L12 15l4.5-4.500M5 20h14',
  plus: 'M12 5v14M5 12h14',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2.500M12 19.500V22M4.9 4.900l1.8 1.800M17.3 17.300l1.8 1.800M2 12h2.500M19.5 12H22M4.9 19.100l1.8-1.800M17.3 6.700l1.8-1.8',
  moon: 'M20 14.500A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.500Z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 4.500V12l3 2',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  tap: 'M9 11V5.500a1.5 1.5 0 0 1 3 0V11m0-1a1.5 1.5 0 0 1 3 0v1a1.5 1.5 0 0 1 3 0v3c0 4-2 6-5 6-4 0-5-2-7-6a1.5 1.5 0 0 1 2.6-1.500L9 14z',
  customer: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c0-4 3.5-6 8-6s8 2 8 6',
  owner: 'M4 10 6 4h12l2 6M4 10v10h16V10M4 10a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0A2.7 2.7 0 0 0 20 10M10 20v-5h4v5',
  supplier: 'M3 7h11v10H3zM14 11h4l3 3v3h-7M7 19.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4m10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  board: 'M4 5h16v14H4zM4 10h16M10 10v9',
  down: 'M12 5v14m-6-6 6 6 6-6',
};

/** A line drawing that says nothing by itself; the control around it has the words. @param {{ name: keyof typeof PATHS }} props */
export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d=${PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
`;
