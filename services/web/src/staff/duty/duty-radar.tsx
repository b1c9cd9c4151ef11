import type { MemberProfile } from '@hsl/contracts/schemas/points';
import { useTranslation } from 'react-i18next';
import { radarPoints } from './radar.js';

const RADIUS = 100;
const RINGS = [0.25, 0.5, 0.75, 1];

/** The five duties as a shape; the table beside it says the same. */
export function DutyRadar({ duties }: Pick<MemberProfile, 'duties'>) {
  const { t } = useTranslation();
  const most = Math.max(...duties.map(({ share }) => share), 0.01);
  const axes = duties.map(() => 1);
  return (
    <svg viewBox="-170 -130 340 260" className="radar" aria-hidden="true">
      {RINGS.map((ring) => (
        <polygon key={ring} className="ring" points={radarPoints(axes, RADIUS * ring)} />
      ))}
      <polygon
        className="shape"
        points={radarPoints(
          duties.map(({ share }) => share / most),
          RADIUS,
        )}
      />
      {duties.map(({ duty }, index) => {
        const angle = (index / duties.length) * 2 * Math.PI;
        return (
          <text key={duty} x={Math.sin(angle) * (RADIUS + 16)} y={-Math.cos(angle) * (RADIUS + 14)} textAnchor="middle">
            {t(`duty.${duty}`)}
          </text>
        );
      })}
    </svg>
  );
}
