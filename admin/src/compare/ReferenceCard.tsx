import { Flex, Typography } from '@strapi/design-system';
import { File, Link, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';

import type { Reference } from './readReference';

const Picture = styled.img`
  width: 6.4rem;
  height: 4.8rem;
  object-fit: cover;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
`;

/** An admin panel may be served from elsewhere than the files are. */
const addressOf = (url: string): string =>
  url.startsWith('/')
    ? `${(window as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? ''}${url}`
    : url;

/** A file, or an entry: what it looks like, what it is called, and whether it is still there. */
export const ReferenceCard = ({ reference }: { reference: Reference }) => {
  const t = useTranslate();
  const { name, isFile, isGone, picture } = reference;
  const Icon = isFile ? File : Link;

  return (
    <Flex tag="span" display="inline-flex" gap={2} maxWidth="100%">
      {picture ? (
        <Picture src={addressOf(picture)} alt="" loading="lazy" />
      ) : (
        <Icon aria-hidden width="1.6rem" height="1.6rem" fill="neutral500" style={{ flexShrink: 0 }} />
      )}
      <Typography variant="omega" textColor="neutral800" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {name ?? t(isFile ? 'reference.file' : 'reference.entry')}
      </Typography>
      {isGone && (
        <>
          <WarningCircle
            aria-hidden
            width="1.2rem"
            height="1.2rem"
            fill="warning600"
            style={{ flexShrink: 0 }}
          />
          <Typography variant="pi" textColor="warning700">
            {t('reference.gone')}
          </Typography>
        </>
      )}
    </Flex>
  );
};
