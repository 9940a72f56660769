/** Where all that is kept of somebody is to be had; the server names the file. */
export const everythingOf = (personId: string): string => `/api/people/${personId}/export`;
