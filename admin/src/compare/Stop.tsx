import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/**
 * Something that differs: a place that the keys for the next and the previous change stop at. What is out of sight is
 * not rendered, so that two hundred of them scroll as ten do.
 */
export const Stop = styled(Box)`
  scroll-margin: 20rem 0 8rem;

  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 4px;
  }
`;

export const STOPS = '[data-change]';
