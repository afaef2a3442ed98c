import type { Draft } from './draft.ts';
import type { Position } from './position.ts';

export type { Position } from './position.ts';

/** West, south, east, north in degrees. East may be above 180. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Coordinates of a GeoJSON MultiPolygon: polygons, their rings, positions. */
export type ZoneCoordinates = readonly (readonly (readonly Position[])[])[];

/** One zone, line or place to draw. The same object may be handed in again and again; then nothing is worked out anew. */
export interface Shape {
  readonly id: string;
  readonly shape: 'zone' | 'line' | 'place';
  /** As the model has them: of a GeoJSON MultiPolygon, MultiLineString or MultiPoint. */
  readonly coordinates: unknown;
  /** What stands on the map, in whatever script; may be empty. */
  readonly label: string;
  /** Who calls it so, in words; told with the label on hover and to screen readers. */
  readonly labelSource?: string | undefined;
  /** Drawn with a broken border, and said so. */
  readonly contested: boolean;
  /** Which of eight styles, 0 to 7, each a pattern and a colour. The same tone for what is on the same map. */
  readonly tone: number;
  /** Drawn with a broken border for another reason, as a suggestion is. */
  readonly dashed?: boolean | undefined;
  /** More for hover and screen readers: whose it is, of which date, how exact. */
  readonly description?: string | undefined;
}

/** What two maps have in common and not, as three zones; the names are those of the two maps. */
export interface Difference {
  readonly first: string;
  readonly second: string;
  /** Coordinates of MultiPolygons. */
  readonly onlyFirst: unknown;
  readonly both: unknown;
  readonly onlySecond: unknown;
}

export interface MapCanvasProps {
  /** What is drawn; with `right` given, on the left of the swipe. Later ones lie above earlier ones. */
  readonly left: readonly Shape[];
  /** Given: a handle parts the map in two, and these are drawn beyond it. What belongs on both sides is in both lists. */
  readonly right?: readonly Shape[] | undefined;
  /** Names of the two sides of the swipe. */
  readonly leftName?: string | undefined;
  readonly rightName?: string | undefined;
  /** Given: drawn above the shapes, with a legend. */
  readonly difference?: Difference | undefined;
  readonly selectedId?: string | null | undefined;
  /** A shape is chosen by click or Enter; null by a click beside all shapes. */
  readonly onSelect?: ((id: string | null) => void) | undefined;
  /** A shape is under the pointer or has the focus; null when none is. */
  readonly onHover?: ((id: string | null) => void) | undefined;
  /** A line or zone that is being drawn; its vertices, measures and list of coordinates are shown with it. */
  readonly draft?: Draft | undefined;
  readonly onDraft?: ((draft: Draft) => void) | undefined;
  /** What is fitted into the picture, now and whenever it changes. Default: all shapes there are. */
  readonly extent?: Extent | null | undefined;
  /** What the map as a whole is called to screen readers. */
  readonly name?: string | undefined;
}
