import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';

const ALL = 'all';

interface SelectFilterProps {
  label: string;
  /** what stands there while nothing is left out */
  all: string;
  options: { value: string; label: string }[];
  /** empty for all */
  value: string;
  onChange: (value: string) => void;
}

/** One question that narrows the list down. */
export const SelectFilter = ({ label, all, options, value, onChange }: SelectFilterProps) => (
  <Box width="24rem" maxWidth="100%">
    <SingleSelect
      size="S"
      aria-label={label}
      value={value || ALL}
      onChange={(chosen) => onChange(chosen === ALL ? '' : String(chosen))}
    >
      <SingleSelectOption value={ALL}>{all}</SingleSelectOption>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </Box>
);
