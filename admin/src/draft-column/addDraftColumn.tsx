import { message } from '../hooks/useTranslate';
import { DraftCell } from './DraftCell';
import { hasDraftColumn } from './known';

interface Waterfall {
  displayedHeaders: unknown[];
  layout: unknown;
}

/** A column "Drafts" in the content manager's list. Runs in its waterfall of columns. */
export const addDraftColumn = ({ displayedHeaders, layout }: Waterfall): Waterfall => {
  if (!hasDraftColumn()) return { displayedHeaders, layout };

  const column = {
    name: 'revisions-drafts',
    label: message('column.label'),
    attribute: { type: 'custom' },
    searchable: false,
    sortable: false,
    cellFormatter: (
      { documentId }: { documentId: string },
      _header: unknown,
      { model }: { model: string }
    ) => <DraftCell uid={model} documentId={documentId} />,
  };
  return { displayedHeaders: [...displayedHeaders, column], layout };
};
