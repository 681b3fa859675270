import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link that is as large as the card it stands in (which has a `position`): the whole of that can be clicked. */
export const CardLink = styled(Link)`
  color: inherit;
  text-decoration: none;

  &::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  &:focus-visible {
    outline: none;

    &::after {
      outline: 2px solid ${({ theme }) => theme.colors.primary600};
      outline-offset: -2px;
    }
  }
`;

/** What else there is to click in the card: it lies above the link. */
export const AboveCardLink = styled.div`
  position: relative;
  z-index: 1;
  display: flex;
  align-items: center;
  flex-shrink: 0;
  gap: ${({ theme }) => theme.spaces[1]};
  white-space: nowrap;
`;
