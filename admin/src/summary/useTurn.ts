import * as React from 'react';

/** More at once would keep the server from what somebody waits for. */
const MAX_RUNNING = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Lets a few at a time do what can wait.
 *
 * @param wants whether it is wanted
 * @param isDone whether it has been done, or has failed: the next one may begin
 * @returns whether one may begin, or has
 */
export const useTurn = (wants: boolean, isDone: boolean): boolean => {
  const [hasTurn, setHasTurn] = React.useState(false);

  React.useEffect(() => {
    if (!wants || isDone) return undefined;

    let isRunning = false;
    const start = () => {
      isRunning = true;
      running += 1;
      setHasTurn(true);
    };
    if (running < MAX_RUNNING) start();
    else waiting.push(start);

    return () => {
      if (!isRunning) {
        waiting.splice(waiting.indexOf(start), 1);
        return;
      }
      running -= 1;
      waiting.shift()?.();
    };
  }, [wants, isDone]);

  return hasTurn;
};
