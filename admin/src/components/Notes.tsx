import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Quote = styled(Box)<{ $maxLines?: number }>`
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  white-space: pre-line;
  overflow-wrap: anywhere;
  ${({ $maxLines }) =>
    $maxLines &&
    `
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: ${$maxLines};
      overflow: hidden;
    `}
`;

/** What somebody wrote about a revision, as a quotation. */
export const Notes = ({ text, maxLines }: { text: string; maxLines?: number }) => (
  <Quote tag="blockquote" paddingLeft={2} $maxLines={maxLines} title={maxLines ? text : undefined}>
    <Typography variant="pi" textColor="neutral700">
      {text}
    </Typography>
  </Quote>
);
