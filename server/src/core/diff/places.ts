/** The places in a list of so many items: 0, 1, 2 … */
export const places = (length: number): number[] => Array.from({ length }, (_, place) => place);
