import * as React from 'react';

import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { message, useTranslate } from '../hooks/useTranslate';
import { useUntil } from './useUntil';

import type { Link } from './useMakeLink';

/** The link that was made just now, the only time that anybody sees it. */
export const MadeLink = ({ link }: { link: Link }) => {
  const t = useTranslate();
  const { formatMessage } = useIntl();
  const until = useUntil();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const input = React.useRef<HTMLInputElement>(null);
  const { href, token, expiresAt } = link;
  const text = href ?? token;

  // Said by a screen reader, and ready to be copied by keyboard.
  React.useEffect(() => input.current?.select(), [text]);

  const onCopy = async () => {
    const isCopied = await copy(text);
    if (!isCopied) input.current?.select();
    toggleNotification(
      isCopied
        ? { type: 'success', message: t('share.copied') }
        : { type: 'warning', message: t('share.copy.failed') }
    );
  };

  return (
    <Box background="success100" borderColor="success200" hasRadius padding={4}>
      <Field.Root name="revisions-link" hint={`${until(expiresAt)}. ${t('share.once')}`}>
        <Field.Label>{t(href ? 'share.link' : 'share.token')}</Field.Label>
        <Flex gap={2} alignItems="center">
          <Box flex="1" minWidth={0}>
            <TextInput
              ref={input}
              readOnly
              size="S"
              value={text}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Box>
          <Button startIcon={<Duplicate />} size="S" variant="secondary" onClick={() => void onCopy()}>
            {t('share.copy')}
          </Button>
        </Flex>
        <Field.Hint />
      </Field.Root>
      {!href && (
        <Typography tag="p" variant="pi" textColor="neutral700" paddingTop={2}>
          {formatMessage(message('share.token.text'), {
            // A line does not end after its question mark.
            parameter: (
              <code key="parameter" style={{ whiteSpace: 'nowrap' }}>
                ?previewToken=
              </code>
            ),
          })}
        </Typography>
      )}
    </Box>
  );
};
