import { Flex, Typography } from '@strapi/design-system';

interface ColourDifferenceProps {
  from: unknown;
  to: unknown;
}

const Swatch = ({ colour }: { colour: string }) => (
  <Flex gap={2}>
    <span style={{ width: '2.4rem', height: '2.4rem', borderRadius: '4px', background: colour }} />
    <Typography>{colour}</Typography>
  </Flex>
);

/** How two colours are compared: side by side, to be seen. */
export const ColourDifference = ({ from, to }: ColourDifferenceProps) => (
  <Flex gap={3}>
    {typeof from === 'string' && (
      <del>
        <Swatch colour={from} />
      </del>
    )}
    {typeof to === 'string' && (
      <ins>
        <Swatch colour={to} />
      </ins>
    )}
  </Flex>
);
