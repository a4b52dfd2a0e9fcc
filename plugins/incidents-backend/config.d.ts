import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Incident management. Everything has a default: the plugin starts without any of it. */
  incidents?: {
    /** The times that the organisation keeps. */
    times?: {
      /** From being told to somebody taking it. Default P1 5 min, P2 15 min, P3 1 h, P4 1 day; `false` for none. */
      acknowledgeWithin?: DurationByPriority;
      /** From taking it to the first update. Default P1 10 min, P2 15 min, P3 4 h; `false` for none. */
      firstUpdateWithin?: DurationByPriority;
      /** From one update to the next. Default P1 30 min, P2 1 h, P3 4 h; `false` for none. */
      updateEvery?: DurationByPriority;
      /** How long before an update is due the lead is reminded. Default 5 min. */
      updateWarning?: HumanDuration | string;
      /** How long a mitigated incident is watched before *resolve* is proposed. Default 30 min. */
      watchFor?: HumanDuration | string;
      /** How long a resolved P3 to P5 stays open; P1 and P2 are closed by a person. Default 3 days. */
      closeAfter?: HumanDuration | string;
      /** How long a dismissal or a merge can be undone. Default 1 day. */
      undoFor?: HumanDuration | string;
      /** How long after the resolve its reporter may reopen it. Default 7 days. */
      reopenFor?: HumanDuration | string;
      /** How long something that healed before anybody took it stays in sight. Default 1 day. */
      recoveredFor?: HumanDuration | string;
    };
    /** Who answers for what, and who is told. */
    routing?: {
      /**
       * The group that hears of what nobody owns, such as `group:default/operations` or
       * `operations`. Without one such incidents are unrouted, and nobody is told.
       */
      lastResortGroup?: string;
      /** The most people told of one incident. Default 20. */
      maxPeople?: number;
      /**
       * The labels of alerts that may name an entity, the most telling first. Default:
       * backstage_io_component, component, service, app, job, namespace.
       */
      matchLabels?: string[];
    };
    /** How alerts are taken in, and what becomes of them. */
    alerts?: {
      /**
       * What becomes of alerts with certain labels; the first rule that matches decides. Where
       * none does, severity `none` or `info` and environments other than production are on record
       * only, and all else is an incident.
       */
      rules?: Array<{
        /** Shown as the reason. */
        name?: string;
        /**
         * Every label named here has to match: a value, a list of values, or `~` and a regular
         * expression for the whole value. A missing label is the same as an empty one.
         */
        match: { [label: string]: string | string[] };
        /**
         * `incident` tells the owner, `quiet` waits in the inbox as a P4 or P5 and tells nobody,
         * `record` is kept and no more.
         */
        disposition: 'incident' | 'quiet' | 'record';
        /** Instead of what the severity says. */
        impact?: 'high' | 'medium' | 'low';
        /** Instead of what the severity says. */
        urgency?: 'high' | 'medium' | 'low';
        /** Impact and urgency in one word. */
        priority?: 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
      }>;
      /**
       * What each severity means. Default: critical is high impact and medium urgency (P2), error
       * medium and high (P2), warning medium and medium (P3), info low and low (P5).
       */
      severities?: {
        critical?: AlertGrade;
        error?: AlertGrade;
        warning?: AlertGrade;
        info?: AlertGrade;
      };
      /**
       * How long an open incident takes further alerts while none of its own fires, counted from
       * when the last one ended. Default: as long as it is open.
       */
      correlationWindow?: HumanDuration | string;
      /** How long after the resolve the same alert reopens its incident. Default 30 minutes. */
      reopenWithin?: HumanDuration | string;
      /** The largest message: bytes, or a number with `kb` or `mb`. Default 10 mb. */
      bodyLimit?: number | string;
      /** How long raw messages are kept. Default 30 days. */
      keepBodiesFor?: HumanDuration | string;
      /**
       * How long it is kept what became of each message, and alerts that made no incident. What an
       * incident is made of is kept for ever. Default 90 days.
       */
      keepRecordsFor?: HumanDuration | string;
      /** The age of the oldest waiting message from which on new ones are refused. Default 30 s. */
      overloadAfter?: HumanDuration | string;
    };
    /** Deployments and configuration changes beside incidents. */
    changes?: {
      /** How long before its impact began a change may have to do with an incident. Default 2 hours. */
      nearBefore?: HumanDuration | string;
      /** How long changes are kept. An incident keeps what it says of its cause. Default 2 years. */
      keepFor?: HumanDuration | string;
    };
    /**
     * When in the week the people of each group that is accountable for incidents are told how it
     * was; `false` for never. In the zone of `history.zone`.
     */
    digest?:
      | false
      | {
          /** Default `monday`. */
          weekday?:
            | 'monday'
            | 'tuesday'
            | 'wednesday'
            | 'thursday'
            | 'friday'
            | 'saturday'
            | 'sunday';
          /** From 0 to 23. Default 8. */
          hour?: number;
        };
    /** What is to be done because of incidents. */
    actions?: {
      /**
       * Until when an action item is due where nobody says, by its priority: by the end of that
       * day in the zone of `history.zone`. Default P1 15 days, P2 30, P3 60, P4 and P5 90.
       */
      dueWithin?: {
        P1?: HumanDuration | string;
        P2?: HumanDuration | string;
        P3?: HumanDuration | string;
        P4?: HumanDuration | string;
        P5?: HumanDuration | string;
      };
    };
    /** What senders may send by one integration key. */
    keys?: {
      /**
       * Messages per minute, for as long as it likes. Default 600. Each replica counts by itself:
       * with three replicas a key may send three times as many.
       */
      perMinute?: number;
      /** Messages at once, after having been quiet. Default a fifth of `perMinute`. */
      burst?: number;
      /**
       * The largest message: bytes, or a number with `kb` or `mb`. Default 1 mb, and never more
       * than `alerts.bodyLimit`.
       */
      bodyLimit?: number | string;
    };
    /**
     * How late something may be before the watchdog says so: in the log, as a metric and on
     * *Setup*. It recomputes every minute from the timelines what should have happened by then.
     */
    watchdog?: {
      /** From when a clock falls due until it has gone off. Default 1 minute. */
      clocksWithin?: HumanDuration | string;
      /** From receiving an alert until it has been processed. Default 2 minutes. */
      alertsWithin?: HumanDuration | string;
      /** From when a message is to be sent until it is taken up. Default 2 minutes. */
      messagesWithin?: HumanDuration | string;
    };
    /** How service history counts. */
    history?: {
      /** The zone of its days, an IANA name such as `Europe/Berlin`. Default UTC. */
      zone?: string;
    };
    /** What is learnt from incidents. The working days are those of `history.zone`. */
    reviews?: {
      /** Working days from the resolve until the draft is handed in. Default 3. */
      draftWithin?: number;
      /** Working days from the resolve until it is talked about. Default 5. */
      meetingWithin?: number;
      template?: {
        /**
         * What reviews are divided into. Default: summary, impact, detection, response, went-well,
         * went-poorly, lucky, questions, external-message.
         */
        sections?: Array<{
          /** Such as `went-well`. Those of the default have their words in every language. */
          id: string;
          /** Needed for a section of your own. */
          title?: string;
          /** What helps to write it. */
          prompts?: string[];
          /**
           * Whether no review is handed in without it. Default: yes for summary, impact and
           * detection.
           */
          required?: boolean;
          /**
           * Whether it is left out of what is shared. Default: yes, but for summary, impact and
           * external-message.
           */
          internal?: boolean;
        }>;
        /**
         * What is looked at before a review may be handed in and approved: its sections that are
         * required, a factor, an action item, an owner, since when there was an impact. Default:
         * all of it. That no text waits to be joined is always looked at.
         */
        gate?: Array<
          'section' | 'factor' | 'action' | 'owner' | 'impact-start'
        >;
      };
    };
    /** Where action items may have tickets. What is set up here can be chosen, and is kept in step. */
    trackers?: {
      /** GitHub Issues. */
      github?: {
        /** One of `integrations.github`. Default `github.com`. */
        host?: string;
        /**
         * Where issues are made, such as `acme/payments`, for entities without the
         * annotation `github.com/project-slug`.
         */
        repository?: string;
        /**
         * A token that may write issues. Default: the one of `integrations.github`.
         * @visibility secret
         */
        token?: string;
      };
      /** Jira Cloud. */
      jira?: {
        /** Such as `https://acme.atlassian.net`. */
        baseUrl: string;
        /** Of the account that the token is of. */
        email: string;
        /** @visibility secret */
        apiToken: string;
        /** Key of the project for entities without the annotation `jira/project-key`. */
        project?: string;
        /** Default `Task`. */
        issueType?: string;
      };
    };
    /** How incidents of other systems are imported. */
    transfer?: {
      /** The largest file: bytes, or a number with `kb` or `mb`. Default 200 mb. */
      fileLimit?: number | string;
    };
    /** How the catalog is read. */
    catalog?: {
      /** Between two readings of the whole catalog. Default 5 minutes. */
      refreshEvery?: HumanDuration | string;
      /** The label that says how much an entity matters. Default `linchpin.dev/tier`. */
      tierLabel?: string;
      /**
       * The annotation that says what alerts call an entity. Nothing needs it. Default
       * `linchpin.dev/alert-name`.
       */
      alertNameAnnotation?: string;
      /**
       * The annotation that says where it is written down what to do. A link whose type or title
       * says *runbook* does as well. Default `linchpin.dev/runbook`.
       */
      runbookAnnotation?: string;
    };
  };
}

interface DurationByPriority {
  P1?: HumanDuration | string | false;
  P2?: HumanDuration | string | false;
  P3?: HumanDuration | string | false;
  P4?: HumanDuration | string | false;
  P5?: HumanDuration | string | false;
}

interface AlertGrade {
  impact?: 'high' | 'medium' | 'low';
  urgency?: 'high' | 'medium' | 'low';
  /** Impact and urgency in one word. */
  priority?: 'P1' | 'P2' | 'P3' | 'P4' | 'P5';
}
