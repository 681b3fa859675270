import * as React from 'react';

import { Link } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';

import { useTranslate } from '../hooks/useTranslate';
import { isPlainClick } from '../utils/isPlainClick';

interface HistoryLinkProps {
  search: string;
  total: number;
  onOpen: () => void;
}

/** The way to all revisions. */
export const HistoryLink = ({ search, total, onOpen }: HistoryLinkProps) => {
  const t = useTranslate();

  const handleClick = (event: React.MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen();
  };

  return (
    <Link tag={RouterLink} to={{ search }} startIcon={<ClockCounterClockwise />} onClick={handleClick}>
      {t('panel.view-history', { total })}
    </Link>
  );
};
