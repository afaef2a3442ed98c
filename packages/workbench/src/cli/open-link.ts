import { spawn } from 'node:child_process';

/** Opens a link in the person's browser, where there is a display. Whether it was tried. */
export function openLink(url: string, env: NodeJS.ProcessEnv = process.env): boolean {
  const opener = openerFor(process.platform, env);
  if (opener === null) return false;
  const [program, ...args] = opener;
  const child = spawn(program as string, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  return true;
}

function openerFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] | null {
  if (env.CI) return null;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', '""'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
