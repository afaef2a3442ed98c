import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { useSearch } from '../api/queries.ts';
import type { SearchResult } from '../api/types.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Link } from '../router/link.tsx';
import { navigate } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { snippetParts } from '../text/snippet.ts';

/** Looks for words in sources, statements and figures. `/` puts the cursor here; arrow keys go through what is found. */
export function SearchBox() {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const wanted = useDeferredValue(text);
  const { data: found, isFetching } = useSearch(wanted);
  const { hrefTo } = useCasePlace();
  useKeys({ search: () => input.current?.select() ?? input.current?.focus() });

  const close = () => {
    setText('');
    input.current?.blur();
  };
  const address = (result: SearchResult) =>
    hrefTo(
      'record',
      result.kind === 'statement' ? { statement: result.id } : result.kind === 'figure' ? { figure: result.id } : {},
      result.sourceId,
    );
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    (links[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? input.current)?.focus();
  };
  return (
    <search
      className="search"
      onKeyDown={move}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setText('');
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const first = found?.[0];
          if (first) {
            navigate(address(first));
            close();
          }
        }}
      >
        <input
          ref={input}
          className="input"
          type="search"
          dir="auto"
          aria-label={t('search.label')}
          aria-keyshortcuts="/"
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      {text.trim().length > 1 && found && (
        <div className="search-results" aria-busy={isFetching}>
          <p className="sub" role="status">
            {found.length === 0 ? t('search.none', { text }) : t('search.found', { count: found.length })}
          </p>
          <ul ref={list} aria-label={t('search.results')}>
            {found.map((result) => (
              <li key={`${result.kind} ${result.id}`}>
                <Link to={address(result)} onClick={close}>
                  <small>{t(`search.kind.${result.kind}`)}</small>{' '}
                  <span className="said" dir="auto">
                    {snippetParts(result.snippet).map((part) =>
                      part.matched ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}
