// The seed's saves are real, but nobody wants a history that all happened in the same minute. So the process's clock
// is set before each of them, to the day on which the story says it was made. It only ever goes forwards, to now.

const RealDate = Date;
let offset = 0;

const now = () => RealDate.now() + offset;

export const startClock = () => {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
};

/** `daysAgo(3.5)` later it is three and a half days before the real now. */
export const setClock = (daysAgo: number) => {
  offset = -daysAgo * 24 * 60 * 60 * 1000;
};
