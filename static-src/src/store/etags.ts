/** The version of an object that a person has seen, so that a change never overwrites another's. */

const known = new Map<string, { etag: string; updatedAt: string }>();

export function remember(object: { id: string; updatedAt: string }, etag: string | null): void {
  if (etag) known.set(object.id, { etag, updatedAt: object.updatedAt });
}

/** The ETag of exactly the version seen, if the server has told it. */
export function etagOf(seen: { id: string; updatedAt: string }): string | undefined {
  const version = known.get(seen.id);
  return version?.updatedAt === seen.updatedAt ? version.etag : undefined;
}
