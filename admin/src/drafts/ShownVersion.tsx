import * as React from 'react';

import { createGlobalStyle, styled } from 'styled-components';

/** Strapi's header leaves its title the room that its actions do not take: a window of 800 pixels was too narrow for both. */
const MayWrap = createGlobalStyle`
  @media (max-width: 1079px) {
    div:has(> [role='combobox'] [data-revisions-version]) {
      flex-wrap: wrap;
      justify-content: flex-end;
    }
  }
`;

const OneLine = styled.span`
  display: block;
  max-width: min(28rem, 20vw);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

/** What the header's menu shows while it is closed. */
export const ShownVersion = ({ children }: { children: React.ReactNode }) => (
  <>
    <MayWrap />
    <OneLine data-revisions-version>{children}</OneLine>
  </>
);
