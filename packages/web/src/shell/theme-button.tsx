import { Button } from '../controls/button.tsx';
import { useStore } from '../state/store.ts';
import { t } from '../strings/strings.ts';
import { nextTheme, theme } from './theme.ts';

export function ThemeButton() {
  const chosen = useStore(theme);
  return (
    <Button look="quiet" aria-label={t('theme.label', { theme: t(`theme.${chosen}`) })} onPress={nextTheme}>
      {t(`theme.${chosen}`)}
    </Button>
  );
}
