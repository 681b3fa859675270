/** What stands at a path (`sections[2].image`) in a document's content; undefined where nothing does. */
export const valueAt = (content: unknown, path: string): unknown =>
  (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[segment] : undefined,
    content
  );
