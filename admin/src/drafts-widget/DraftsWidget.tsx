import { Flex, IconButton, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { Link, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';

import { useListDraftsQuery } from '../api/draftsApi';
import { RelativeTime } from '../components/RelativeTime';
import { useDraftLink } from '../drafts-page/useDraftLink';
import { useDraftName } from '../drafts-page/useDraftName';
import { useDraftTypes } from '../drafts-page/useDraftTypes';
import { useTranslate } from '../hooks/useTranslate';

const LATEST = { show: 'mine', page: 1, pageSize: 5 } as const;

const Clipped = styled(Typography)`
  display: block;
  max-width: 26rem;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

/** One's latest drafts, on the home page. */
export const DraftsWidget = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const types = useDraftTypes();
  const linkTo = useDraftLink();
  const { titleOf, nameOf } = useDraftName();
  const { data, error } = useListDraftsQuery(LATEST, { refetchOnMountOrArgChange: true });

  if (error || types.error) return <Widget.Error />;
  if (!data || types.isLoading) return <Widget.Loading />;
  if (data.data.length === 0) return <Widget.NoData>{t('widget.empty')}</Widget.NoData>;

  return (
    <Table colCount={3} rowCount={data.data.length}>
      <Tbody>
        {data.data.map((draft) => {
          const { to, state } = linkTo(draft, types.collectionTypeOf(draft.uid));
          return (
            <Tr key={draft.id} cursor="pointer" onClick={() => navigate(to, { state })}>
              <Td>
                <Clipped textColor="neutral800" title={titleOf(draft)}>
                  {titleOf(draft)}
                </Clipped>
                <Clipped variant="pi" textColor="neutral600" title={nameOf(draft)}>
                  {`${types.nameOf(draft.uid)} · ${nameOf(draft)}`}
                </Clipped>
              </Td>
              <Td>
                <Typography textColor="neutral600">
                  <RelativeTime date={draft.updatedAt} />
                </Typography>
              </Td>
              <Td onClick={(event) => event.stopPropagation()}>
                <Flex justifyContent="flex-end">
                  <IconButton
                    tag={Link}
                    to={to}
                    state={state}
                    label={t('widget.open', { title: titleOf(draft), name: nameOf(draft) })}
                    variant="ghost"
                  >
                    <Pencil />
                  </IconButton>
                </Flex>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
