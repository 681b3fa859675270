import { Flex, Typography } from '@strapi/design-system';

interface ColourDifferenceProps {
  from?: string;
  to?: string;
}

const Swatch = ({ colour }: { colour: string }) => (
  <Flex gap={2}>
    <span style={{ width: '2.4rem', height: '2.4rem', borderRadius: '4px', background: colour }} />
    <Typography>{colour.toUpperCase()}</Typography>
  </Flex>
);

/** How two colours are compared: side by side, to be seen. */
export const ColourDifference = ({ from, to }: ColourDifferenceProps) => (
  <Flex gap={3}>
    {from && (
      <del>
        <Swatch colour={from} />
      </del>
    )}
    {to && (
      <ins>
        <Swatch colour={to} />
      </ins>
    )}
  </Flex>
);
