// The smallest custom field there is, to have one among the content types.
export const colour = {
  name: 'colour',
  type: 'string',
  inputSize: { default: 4, isResizable: true },
} as const;
