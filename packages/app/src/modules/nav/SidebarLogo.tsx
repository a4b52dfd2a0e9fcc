import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: 3 * sidebarConfig.logoHeight,
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 14,
    marginLeft: (sidebarConfig.drawerWidthClosed - 30) / 2,
  },
  name: {
    color: '#fff',
    fontSize: 20,
    fontWeight: 700,
    letterSpacing: '0.02em',
  },
});

/** The mark of the sample company, two rails that meet at the horizon, and its name when open. */
export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Fernway, home"
      >
        <FernwayMark />
        {isOpen && <span className={classes.name}>Fernway</span>}
      </Link>
    </div>
  );
};

const FernwayMark = () => (
  <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
    <circle cx="15" cy="15" r="15" fill="#1f8f74" />
    <path
      d="M13.4 8 8 23M16.6 8 22 23M12 12.5h6M10.6 17h8.8M9.2 21h11.6"
      stroke="#fff"
      strokeWidth="1.8"
      strokeLinecap="round"
      fill="none"
    />
  </svg>
);
