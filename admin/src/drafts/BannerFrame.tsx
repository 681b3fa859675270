import * as React from 'react';

import { Box, Flex, Typography } from '@strapi/design-system';

const LOOKS = {
  primary: { background: 'primary100', borderColor: 'primary200', fill: 'primary600' },
  alternative: { background: 'alternative100', borderColor: 'alternative200', fill: 'alternative600' },
  warning: { background: 'warning100', borderColor: 'warning200', fill: 'warning600' },
  neutral: { background: 'neutral150', borderColor: 'neutral200', fill: 'neutral600' },
} as const;

interface BannerFrameProps {
  look: keyof typeof LOOKS;
  /** what the region is called */
  label: string;
  Icon: React.ComponentType<React.SVGProps<SVGSVGElement>>;
  title: React.ReactNode;
  /** in small print below it */
  children?: React.ReactNode;
  buttons?: React.ReactNode;
}

/** A box above the form: what it is about on the left, what can be done on the right. */
export const BannerFrame = ({ look, label, Icon, title, children, buttons }: BannerFrameProps) => {
  const { fill, ...colors } = LOOKS[look];

  return (
    <Box tag="section" aria-label={label} {...colors} hasRadius padding={4}>
      <Flex justifyContent="space-between" alignItems="center" gap={3} wrap="wrap">
        <Flex gap={3} alignItems="flex-start" style={{ flex: '1 1 32rem', minWidth: 0 }}>
          <Icon aria-hidden width="1.6rem" height="2rem" style={{ flexShrink: 0 }} fill={fill} />
          <Flex
            direction="column"
            alignItems="stretch"
            gap={1}
            style={{ overflowWrap: 'anywhere', minWidth: 0 }}
          >
            <Typography variant="omega" fontWeight="semiBold" textColor="neutral800">
              {title}
            </Typography>
            {children}
          </Flex>
        </Flex>
        {buttons && (
          <Flex gap={2} wrap="wrap">
            {buttons}
          </Flex>
        )}
      </Flex>
    </Box>
  );
};

export const SmallPrint = ({ children }: { children: React.ReactNode }) => (
  <Typography variant="pi" textColor="neutral700">
    {children}
  </Typography>
);
