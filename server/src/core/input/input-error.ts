/** What is wrong in the data of a write, and where. */
export class InputError extends Error {
  constructor(
    /** `title`, `sections[2].image` */
    readonly path: string,
    fault: string
  ) {
    super(`${path}: ${fault}`);
  }
}
