/** What the content-type builder gives to an input of a plugin. */
export interface BuilderInputProps {
  name: string;
  value?: unknown;
  isCreating?: boolean;
  onChange: (event: { target: { name: string; value: unknown; type: string } }) => void;
}
