import { forwardRef } from 'react';
import { Field, Flex } from '@strapi/design-system';
import { useField, type InputProps } from '@strapi/strapi/admin';

type ColourInputProps = InputProps & { labelAction?: React.ReactNode };

const ColourInput = forwardRef<HTMLInputElement, ColourInputProps>(
  ({ name, label, hint, labelAction, required, disabled }, ref) => {
    const { value, error, onChange } = useField<string | undefined>(name);

    return (
      <Field.Root name={name} id={name} error={error} hint={hint} required={required}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <Flex gap={2}>
          <input
            ref={ref}
            id={name}
            type="color"
            value={value ?? '#000000'}
            disabled={disabled}
            onChange={(event) => onChange(name, event.target.value)}
          />
          <span>{value ?? '–'}</span>
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  }
);

export default ColourInput;
