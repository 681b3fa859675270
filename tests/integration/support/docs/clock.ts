const RealDate = Date;

/** From now on it is this moment, and stays so: what the pages show has the same dates in every run. */
export const stopClockAt = (moment: string): void => {
  const now = () => RealDate.parse(moment);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
};

export const startClock = (): void => {
  globalThis.Date = RealDate;
};
