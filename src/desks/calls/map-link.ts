/** Where a shared place, `lat,lon`, is seen on a map. */
export const mapLink = (place: string): string => `https://maps.google.com/?q=${place}`;
