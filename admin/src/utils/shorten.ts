/** At most so many characters: a list of choices grows as wide as its longest. */
export const shorten = (text: string, most = 60): string => {
  const characters = [...text];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
};
