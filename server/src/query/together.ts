/**
 * A function that answers one by one what is looked up together: all that is asked for in the same turn.
 *
 * @param lookUp gives an answer for each key, in their order
 */
export const together = <Key, Answer>(
  lookUp: (keys: Key[]) => Promise<Answer[]>
): ((key: Key) => Promise<Answer>) => {
  let asked: { keys: Key[]; answers: Promise<Answer[]> } | null = null;
  const start = (): { keys: Key[]; answers: Promise<Answer[]> } => {
    const keys: Key[] = [];
    const answers = Promise.resolve().then(() => {
      asked = null;
      return lookUp(keys);
    });
    return { keys, answers };
  };
  return async (key) => {
    const { keys, answers } = (asked ??= start());
    const place = keys.push(key) - 1;
    return (await answers)[place]!;
  };
};
