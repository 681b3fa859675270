/** An item of a list whose texts are made once, and only where they are asked for. */
export interface KnownItem<T> {
  item: T;
  /** as it is written; items written alike are equal */
  written: () => string;
  /** what it says, however it is written: equal for what is the same content */
  text: () => string;
}

const once = (make: () => string): (() => string) => {
  let made: string | undefined;
  return () => (made ??= make());
};

export const knownItem = <T>(item: T, textOf: (item: T) => string): KnownItem<T> => ({
  item,
  written: once(() => JSON.stringify(item) ?? 'null'),
  text: once(() => textOf(item)),
});
