import * as React from 'react';

import { Link } from '@strapi/design-system';
import { Link as RouterLink, useLocation } from 'react-router-dom';

import { styled } from 'styled-components';

import { comparePath } from '../utils/compareSearch';

import type { CompareState, ComparedDocument } from '../utils/compareSearch';

const SmallLink = styled(RouterLink)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: ${({ theme }) => theme.lineHeights[3]};
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

interface CompareLinkProps extends Pick<CompareState, 'from' | 'to' | 'locale'> {
  address: ComparedDocument;
  /** where the words alone do not tell what is compared */
  label?: string;
  startIcon?: React.ReactNode;
  /** beside small print */
  isSmall?: boolean;
  children: React.ReactNode;
}

/** A link to a comparison, which then knows the way back to this page. */
export const CompareLink = ({
  address,
  from,
  to,
  locale,
  label,
  startIcon,
  isSmall = false,
  children,
}: CompareLinkProps) => {
  const { pathname, search } = useLocation();
  const target = {
    to: comparePath(address, { from, to, locale }),
    state: { back: `${pathname}${search}` },
    'aria-label': label,
  };

  if (isSmall) return <SmallLink {...target}>{children}</SmallLink>;
  return (
    <Link tag={RouterLink} startIcon={startIcon} {...target}>
      {children}
    </Link>
  );
};
