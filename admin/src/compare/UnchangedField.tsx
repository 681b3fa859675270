import * as React from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';
import { FoldButton } from './FoldButton';
import { Value, isEmpty } from './Value';
import { useDifferences } from './DifferenceContext';

import type { UnchangedValue } from './useUnchanged';

const Card = styled(Box)`
  content-visibility: auto;
  contain-intrinsic-size: auto 4.4rem;
`;

const SHORT = 160;

const isShort = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'string' ? value.length <= SHORT : typeof value !== 'object');

/** A field that is the same on both sides: what is short is shown, the rest folded. */
export const UnchangedField = ({ field: { name, value, attribute } }: { field: UnchangedValue }) => {
  const t = useTranslate();
  const id = React.useId();
  const { nameOf } = useDifferences();
  const [isOpen, setIsOpen] = React.useState(false);
  const label = nameOf({ label: name, path: name, type: attribute.type });

  return (
    <Card
      tag="section"
      aria-labelledby={id}
      background="neutral100"
      borderColor="neutral200"
      hasRadius
      padding={3}
    >
      <Flex gap={3} wrap="wrap" alignItems="baseline">
        <Typography id={id} tag="h2" variant="pi" fontWeight="semiBold" textColor="neutral600">
          {isShort(value) ? (
            label
          ) : (
            <FoldButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} controls={`${id}-body`}>
              <span>{label}</span>
            </FoldButton>
          )}
        </Typography>
        {isShort(value) && <Value value={value} type={attribute.type} isInline />}
        <Box marginLeft="auto">
          <Typography variant="pi" textColor="neutral500">
            {t('difference.none')}
          </Typography>
        </Box>
      </Flex>
      {!isShort(value) && (
        <Box id={`${id}-body`} hidden={!isOpen} paddingTop={isOpen ? 3 : 0}>
          {isOpen && <Value value={value} type={attribute.type} component={attribute.component} />}
        </Box>
      )}
    </Card>
  );
};
