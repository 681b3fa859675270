import * as React from 'react';

const NONE: ReadonlySet<string> = new Set();

interface Ticks {
  ticked: ReadonlySet<string>;
  tick: (name: string, isTicked: boolean) => void;
  tickAll: (names: string[]) => void;
}

/** Fields that are ticked, of one comparison: another one begins with none. */
export const useTicks = (comparison: string): Ticks => {
  const [state, setState] = React.useState({ comparison, names: NONE });
  const ticked = state.comparison === comparison ? state.names : NONE;

  const tick = React.useCallback(
    (name: string, isTicked: boolean) =>
      setState((previous) => {
        const names = new Set(previous.comparison === comparison ? previous.names : NONE);
        if (isTicked) names.add(name);
        else names.delete(name);
        return { comparison, names };
      }),
    [comparison]
  );
  const tickAll = (names: string[]) => setState({ comparison, names: new Set(names) });

  return { ticked, tick, tickAll };
};
