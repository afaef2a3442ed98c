import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/bargain.css';
import './style/shell.css';
import './style/stability.css';
import './style/table.css';
import './style/record.css';
import './style/forms.css';
import './style/exchange.css';
import './style/maps.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme } from './shell/theme.ts';
import { direction, locale } from './strings/strings.ts';

document.documentElement.lang = locale;
document.documentElement.dir = direction;
applyTheme();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
