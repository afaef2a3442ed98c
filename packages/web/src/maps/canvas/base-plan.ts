import type { PlaneSpec } from './plane.ts';

/** 1:50 million for an overview, 1:10 million near. */
export type BaseDetail = '50m' | '10m';

/** What the worker is asked: the base map of a detail, in a plane. */
export interface BaseRequest {
  readonly detail: BaseDetail;
  readonly url: string;
  readonly spec: PlaneSpec;
}

/** Beyond so many metres a pixel the lesser detail shows all there is to see. */
const NEAR_METERS_PER_PIXEL = 2500;

/** Which detail a scale (pixels for one metre) asks for. */
export function baseDetail(scale: number): BaseDetail {
  return scale * NEAR_METERS_PER_PIXEL >= 1 ? '10m' : '50m';
}
