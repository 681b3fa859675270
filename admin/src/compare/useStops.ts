import * as React from 'react';

import { STOPS } from './Stop';

interface Stops {
  ref: React.RefObject<HTMLDivElement>;
  /** Moves the focus to the next difference, or the one before; from the last to the first, and round. */
  go: (step: 1 | -1) => void;
}

/** Where one is: at the stop that has the focus or that the focus is in; else at what is at the top of the window. */
const placeIn = (stops: HTMLElement[]): { index: number; isOn: boolean } => {
  const focused = document.activeElement;
  const index = stops.findIndex((stop) => stop.contains(focused));
  if (index >= 0) return { index, isOn: true };
  const below = stops.findIndex((stop) => stop.getBoundingClientRect().top > window.innerHeight / 4);
  return { index: below < 0 ? stops.length - 1 : below, isOn: false };
};

/** The ways from one difference to the next. */
export const useStops = (): Stops => {
  const ref = React.useRef<HTMLDivElement>(null);

  const go = React.useCallback((step: 1 | -1) => {
    const stops = Array.from(ref.current?.querySelectorAll<HTMLElement>(STOPS) ?? []);
    if (stops.length === 0) return;
    const { index, isOn } = placeIn(stops);
    const next = isOn || step === -1 ? index + step : index;
    const stop = stops[(next + stops.length) % stops.length]!;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'start' });
  }, []);

  return { ref, go };
};
