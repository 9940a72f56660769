// Made from openapi.json by `npm run generate`; not edited by hand.
export interface paths {
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own name or time zone */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password; every other session and every token ends */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own sessions */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's own sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own tokens */
        get: operations["listTokens"];
        put?: never;
        /** Make a token; its key is shown only here */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who changed what and when, newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export who changed what and when */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read all projects, categories and one's own tags at once */
        get: operations["getCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List entries across all categories, newest first */
        get: operations["listEntries"];
        put?: never;
        /** Add an entry with both ends */
        post: operations["createEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an entry */
        get: operations["getEntry"];
        put?: never;
        post?: never;
        /** Delete an entry */
        delete: operations["deleteEntry"];
        options?: never;
        head?: never;
        /** Correct an entry; what is left out is kept */
        patch: operations["changeEntry"];
        trace?: never;
    };
    "/api/entries/{entryId}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a new entry with the same category, note and tags */
        post: operations["continueEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{entryId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a stopped entry run on, as if it had not been stopped */
        post: operations["reopenEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entries/{entryId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cut an entry in two at a time strictly inside it */
        post: operations["splitEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export entries as a file, oldest first
         * @description What each format holds is told in docs/export.md.
         */
        get: operations["exportEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own calendar feeds */
        get: operations["listFeeds"];
        put?: never;
        /** Make a calendar feed; its address is shown only here */
        post: operations["createFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{feedId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a calendar feed */
        delete: operations["revokeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{secret}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a calendar, without signing in
         * @description Whoever knows the address reads the time that it is of. It changes as that does.
         */
        get: operations["getFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own imports, newest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Upload a file, and see what would come of it
         * @description The body is the file as it is, up to 50 MiB, whatever its Content-Type.
         *
         *     docs/import.md has the formats. It is kept for a day, and adds nothing before it is run.
         */
        post: operations["uploadImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an import */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /** Discard a draft */
        delete: operations["discardImport"];
        options?: never;
        head?: never;
        /** Choose otherwise, and see what would come of it then */
        patch: operations["decideImport"];
        trace?: never;
    };
    "/api/imports/{importId}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add what a draft holds, all of it or nothing
         * @description Done already, it is answered as it is. A hundred thousand rows may take half a minute.
         */
        post: operations["runImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an import back: its entries, and what was made for them alone
         * @description Taken back already, it is answered as it is.
         *
         *     `details` of `changed_since` are `count` and `entries`, of which a hundred are named.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all people */
        get: operations["listPeople"];
        put?: never;
        /** Add a person */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /**
         * Remove a person for good
         * @description Their time goes with them. What goes and what stays is told in docs/security.md.
         */
        delete: operations["removePerson"];
        options?: never;
        head?: never;
        /** Change a person; disabling one, or a new password, ends their sessions, tokens and feeds */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/people/{personId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all that is kept of a person; of others, for administrators
         * @description An archive of files that docs/export.md describes. It holds no secret, and no hash of one.
         */
        get: operations["exportPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a person's tokens */
        get: operations["listPersonsTokens"];
        put?: never;
        post?: never;
        /** Revoke all of a person's tokens and calendar feeds */
        delete: operations["revokePersonsTokens"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a person's token */
        delete: operations["revokePersonsToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all projects, oldest first */
        get: operations["listProjects"];
        put?: never;
        /** Make a project */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a project */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /** Delete a project that holds no time, with its categories */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /** Rename, describe or recolour a project */
        patch: operations["changeProject"];
        trace?: never;
    };
    "/api/projects/{projectId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a project and all that is in it */
        post: operations["archiveProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a project's categories, oldest first */
        get: operations["listCategories"];
        put?: never;
        /** Make a category */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a category */
        get: operations["getCategory"];
        put?: never;
        post?: never;
        /** Delete a category that holds no time; its children go to the top */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        /**
         * Rename, describe or move a category
         * @description What is left out is cleared: without a parent the category moves to the top.
         *
         *     Older clients rely on that. To rename or to move and nothing else, use `rename` or `move`.
         */
        patch: operations["changeCategory"];
        trace?: never;
    };
    "/api/projects/{projectId}/categories/{categoryId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a category and all below it */
        post: operations["archiveCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/categories/{categoryId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a category's time and all below it into another, of any project, and delete it */
        post: operations["mergeCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/categories/{categoryId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a category with all below it and its time, to another project too */
        post: operations["moveCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/categories/{categoryId}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename or describe a category, which stays where it is */
        post: operations["renameCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/categories/{categoryId}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a category back */
        post: operations["unarchiveCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a project back */
        post: operations["unarchiveProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Add up time by day, week, month, project, category or tag */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/summary.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add up time, as a table of CSV
         * @description A row for each group, or for each within another. What a column holds: docs/export.md.
         */
        get: operations["getSummaryCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/summary.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Add up time, as a workbook for Excel
         * @description The same as CSV has, with dates and durations to calculate with, and sums as formulas.
         */
        get: operations["getSummaryXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who is signed in */
        get: operations["getSession"];
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether there is an administrator yet */
        get: operations["getSetup"];
        put?: never;
        /** Make the first administrator, with the code in the server's log */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a tag on all of one's entries, or take it from them, by its name in the body
         * @description For tags of which no address can be made: browsers take `.` and `..` for steps in one.
         */
        patch: operations["changeTag"];
        trace?: never;
    };
    "/api/tags/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a tag from all of one's entries */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Rename a tag on all of one's entries
         * @description Where some of them carry a tag of the new name already, the two are one from then on.
         */
        patch: operations["renameTag"];
        trace?: never;
    };
    "/api/tags/{name}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put another of one's tags in place of one, on all of one's entries */
        post: operations["mergeTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the running entry, or null
         * @description Its ETag also moves on with whatever else of one's time, projects or categories changes.
         *
         *     Where it still holds, so does all else that one holds and that no running entry is part of.
         */
        get: operations["getActiveEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the entries of exactly one category, newest first */
        get: operations["listCategoryEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the timer; what runs stops at the same instant */
        post: operations["startTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/time/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the timer */
        post: operations["stopTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Error
         * @description Every refusal: a code for programs, a message for people.
         */
        Error: {
            code: string;
            message: string;
            requestId: string;
            details?: unknown;
        };
        /**
         * Project
         * @description What time is tracked on; one may be the inbox, for time that gets its name later.
         */
        Project: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            color: "blue" | "orange" | "green" | "red" | "purple" | "brown" | "pink" | "teal";
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            inbox: boolean;
            description?: string;
        };
        /**
         * NewProject
         * @description A project to make; without a colour it gets the next one, without an `id` a new one.
         */
        NewProject: {
            name: string;
            description?: string | null;
            /** @enum {string} */
            color?: "blue" | "orange" | "green" | "red" | "purple" | "brown" | "pink" | "teal";
            /** Format: uuid */
            id?: string;
        };
        /**
         * ProjectChange
         * @description A description left out is cleared; a colour left out is kept.
         */
        ProjectChange: {
            name: string;
            description?: string | null;
            /** @enum {string} */
            color?: "blue" | "orange" | "green" | "red" | "purple" | "brown" | "pink" | "teal";
        };
        /**
         * Category
         * @description A node in a project's tree; archived when it, one above it or the project is.
         *
         *     One may be the inbox, for time that gets its name later.
         */
        Category: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            projectId: string;
            parentCategoryId: string | null;
            name: string;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            inbox: boolean;
            description?: string;
        };
        /**
         * NewCategory
         * @description A category to make; without a parent it is at the top, without an `id` it gets a new one.
         */
        NewCategory: {
            name: string;
            description?: string | null;
            parentCategoryId?: string | null;
            /** Format: uuid */
            id?: string;
        };
        /**
         * CategoryChange
         * @description A description or parent left out is cleared.
         */
        CategoryChange: {
            name: string;
            description?: string | null;
            parentCategoryId?: string | null;
        };
        /**
         * CategoryRename
         * @description A description left out is kept; `null` clears it.
         */
        CategoryRename: {
            name: string;
            description?: string | null;
        };
        /**
         * CategoryMove
         * @description Where a category goes; `parentCategoryId: null` is the project's top.
         */
        CategoryMove: {
            /** Format: uuid */
            projectId: string;
            parentCategoryId: string | null;
        };
        /**
         * Changed
         * @description How many entries were changed.
         */
        Changed: {
            changed: number;
        };
        /**
         * CategoryMerge
         * @description The category that gets the time of another, and all below that.
         */
        CategoryMerge: {
            /** Format: uuid */
            into: string;
        };
        /**
         * Catalog
         * @description Projects and categories, oldest first, and one's own tags by name.
         */
        Catalog: {
            projects: components["schemas"]["Project"][];
            categories: components["schemas"]["Category"][];
            tags: components["schemas"]["TagUse"][];
        };
        /**
         * TagUse
         * @description A tag on one's own entries, and on how many.
         */
        TagUse: {
            name: string;
            entries: number;
        };
        /**
         * TagInstead
         * @description A tag, and what is to be in its place; null takes it away.
         */
        TagInstead: {
            name: string;
            to: string | null;
        };
        /**
         * TagChange
         * @description What a tag is to be called.
         */
        TagChange: {
            name: string;
        };
        /**
         * TagMerge
         * @description The tag that is to be in its place.
         */
        TagMerge: {
            into: string;
        };
        /**
         * TimeEntry
         * @description Time in a category; running while `stoppedAt` is null.
         */
        TimeEntry: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            projectId: string;
            /** Format: uuid */
            categoryId: string;
            /** Format: date-time */
            startedAt: string;
            stoppedAt: string | null;
            durationSeconds: number | null;
            tags: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            note?: string;
        };
        /**
         * Start
         * @description What to start, now or at `startedAt`; without an `id` the entry gets a new one.
         *
         *     `categoryId: null` is the inbox, which is made when it is first needed.
         */
        Start: {
            categoryId: string | null;
            note?: string | null;
            tags?: string[];
            /** Format: date-time */
            startedAt?: string;
            /** Format: uuid */
            id?: string;
        };
        /**
         * Stop
         * @description When the running entry ended; now when left out. With `entryId` it has to be that one.
         */
        Stop: {
            /** Format: date-time */
            stoppedAt?: string;
            /** Format: uuid */
            entryId?: string;
        };
        /**
         * EntryPage
         * @description Some entries, newest first; `nextCursor` leads to the older ones.
         */
        EntryPage: {
            items: components["schemas"]["TimeEntry"][];
            nextCursor: string | null;
        };
        /**
         * NewEntry
         * @description An entry with both ends; without an `id` it gets a new one.
         *
         *     `categoryId: null` is the inbox, which is made when it is first needed.
         */
        NewEntry: {
            categoryId: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            stoppedAt: string;
            note?: string | null;
            tags?: string[];
            /** Format: uuid */
            id?: string;
        };
        /**
         * EntryChange
         * @description What is left out is kept; `note: null` clears; `tags` replaces.
         */
        EntryChange: {
            /** Format: uuid */
            categoryId?: string;
            /** Format: date-time */
            startedAt?: string;
            stoppedAt?: string | null;
            note?: string | null;
            tags?: string[];
        };
        /**
         * Split
         * @description Where to cut, strictly inside the entry; `id` is for the later half.
         */
        Split: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id?: string;
        };
        /**
         * Continue
         * @description What the new entry is to be known by; without an `id` it gets a new one.
         */
        Continue: {
            /** Format: uuid */
            id?: string;
        };
        /**
         * Report
         * @description Seconds by group; `totalSeconds` counts each entry once.
         */
        Report: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            tz: string;
            totalSeconds: number;
            rows: components["schemas"]["ReportRow"][];
        };
        /**
         * ReportRow
         * @description One group of a report. `ownSeconds`, `totalSeconds` and `parentKey` are of categories.
         */
        ReportRow: {
            key: string;
            label: string;
            seconds: number;
            ownSeconds?: number;
            totalSeconds?: number;
            parentKey?: string | null;
            rows?: components["schemas"]["ReportRow"][];
        };
        /**
         * Import
         * @description An import. While there are `questions`, nothing else is known of the file.
         *
         *     Once it has ended, `places` and `tags` are empty and `problems` are the first hundred.
         */
        Import: {
            /** Format: uuid */
            id: string;
            name: string;
            format: string | null;
            title: string;
            /** @enum {unknown} */
            state: "done" | "draft" | "undone";
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            rows: number;
            added: number;
            known: number;
            skipped: number;
            unreadable: number;
            shortened: number;
            seconds: number;
            first: string | null;
            last: string | null;
            choices: components["schemas"]["ImportChoices"];
            months: components["schemas"]["ImportMonth"][];
            places: components["schemas"]["ImportGoing"][];
            tags: string[];
            problems: components["schemas"]["ImportProblem"][];
            questions: components["schemas"]["ImportQuestion"][];
        };
        /**
         * ImportChoices
         * @description What was chosen; without a choice the file tells, or asks.
         */
        ImportChoices: {
            format: string | null;
            zone: string | null;
            dateOrder: ("dmy" | "mdy" | "ymd") | null;
            person: string | null;
            columns: {
                [key: string]: string;
            } | null;
            /** @enum {unknown} */
            overlaps: "keep" | "shorten" | "skip";
            dayStart: number;
            places: components["schemas"]["ImportPlace"][];
        };
        /**
         * ImportPlace
         * @description Where the time of a path goes: a project and categories; `[]` the inbox, `null` nowhere.
         */
        ImportPlace: {
            from: string[];
            to: string[] | null;
        };
        /**
         * ImportMonth
         * @description A month in seconds: what comes of the file, what of it is there, what the file itself says.
         *
         *     What is there, or is left out, or has not its whole time, makes the difference.
         */
        ImportMonth: {
            month: string;
            entries: number;
            seconds: number;
            knownSeconds: number;
            fileSeconds: number;
        };
        /**
         * ImportGoing
         * @description A path of the file and where its time goes; `missing` of its last names have to be made.
         */
        ImportGoing: {
            from: string[];
            to: string[] | null;
            missing: number;
            entries: number;
            seconds: number;
        };
        /**
         * ImportProblem
         * @description A row that does not come as it is, and why.
         */
        ImportProblem: {
            row: number;
            /** @enum {unknown} */
            kind: "shortened" | "skipped" | "unreadable";
            reason: string;
        };
        /**
         * ImportQuestion
         * @description A field to answer first, an example of the file, and what can be answered, if that is known.
         *
         *     Of columns `choices` are those that there are, and the example is the first row below them.
         */
        ImportQuestion: {
            /** @enum {unknown} */
            field: "columns" | "dateOrder" | "person" | "zone";
            example: string;
            choices: string[];
        };
        /**
         * ListedImport
         * @description An import in short: of a draft what would come of it, else what came.
         *
         *     `rows` is the sum of `added`, `known`, `skipped` and `unreadable`.
         */
        ListedImport: {
            /** Format: uuid */
            id: string;
            name: string;
            format: string | null;
            title: string;
            /** @enum {unknown} */
            state: "done" | "draft" | "undone";
            /** Format: date-time */
            createdAt: string;
            endedAt: string | null;
            rows: number;
            added: number;
            known: number;
            skipped: number;
            unreadable: number;
            shortened: number;
            seconds: number;
            first: string | null;
            last: string | null;
        };
        /**
         * DecideImport
         * @description Changes of what was chosen; a field that is left out keeps its value, null lets it be asked.
         *
         *     `overlaps` says what becomes of time that is taken: `shorten` takes what is free, `skip` leaves
         *     the row out, `keep` has both, where overlaps are allowed. `dayStart` is when rows without
         *     clock times begin, in minutes after midnight. `columns` are headers by what they hold: start,
         *     stop, date, duration, client, project, task, note, tags. `places` replaces those before.
         */
        DecideImport: {
            format?: string | null;
            zone?: string | null;
            dateOrder?: ("dmy" | "mdy" | "ymd") | null;
            person?: string | null;
            columns?: {
                [key: string]: string;
            } | null;
            /** @enum {unknown} */
            overlaps?: "keep" | "shorten" | "skip";
            dayStart?: number;
            places?: components["schemas"]["ImportPlace"][];
        };
        /**
         * UndoImport
         * @description What becomes of entries that were changed since.
         */
        UndoImport: {
            /**
             * @default ask
             * @enum {unknown}
             */
            changed: "ask" | "delete" | "keep";
        };
        /**
         * Setup
         * @description Whether the first administrator is still to come.
         */
        Setup: {
            needed: boolean;
            /** @enum {unknown} */
            mode: "none" | "password" | "proxy";
        };
        /**
         * Session
         * @description Who is signed in; `csrfToken` goes with every change as X-CSRF-Token.
         */
        Session: {
            /** @enum {unknown} */
            mode: "none" | "password" | "proxy";
            person: components["schemas"]["Person"];
            csrfToken: string;
        };
        /**
         * Person
         * @description Who tracks time; `email` is null for the local person.
         */
        Person: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string | null;
            /** @enum {unknown} */
            role: "administrator" | "member";
            zone: string;
            disabled: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        /**
         * SetUp
         * @description The first administrator; the code stands in the server's log.
         */
        SetUp: {
            code: string;
            name: string;
            email: string;
            /** Format: password */
            password: string;
        };
        /**
         * SignIn
         * @description What a person proves who they are with.
         */
        SignIn: {
            email: string;
            /** Format: password */
            password: string;
        };
        /**
         * AccountChange
         * @description What is left out is kept.
         */
        AccountChange: {
            name?: string;
            zone?: string;
        };
        /**
         * PasswordChange
         * @description The present password, and the new one.
         */
        PasswordChange: {
            /** Format: password */
            current: string;
            /** Format: password */
            password: string;
        };
        /**
         * OpenSession
         * @description A browser that is signed in.
         */
        OpenSession: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            seenAt: string;
            address: string;
            agent: string;
            current: boolean;
        };
        /**
         * Token
         * @description A key for a script; `key` is there only in the answer that makes it.
         */
        Token: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {unknown} */
            scope: "admin" | "read" | "track";
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            usedAt: string | null;
            key?: string;
        };
        /**
         * NewToken
         * @description A token to make; without `expiresAt` it lasts until it is revoked.
         */
        NewToken: {
            name: string;
            /** @enum {unknown} */
            scope: "admin" | "read" | "track";
            expiresAt?: string | null;
        };
        /**
         * Feed
         * @description A calendar's address; `path` is there only in the answer that makes it.
         *
         *     Without `days` it holds all of one's time, without `projectIds` that on all projects.
         */
        Feed: {
            /** Format: uuid */
            id: string;
            name: string;
            days: number | null;
            projectIds: string[];
            /** Format: date-time */
            createdAt: string;
            usedAt: string | null;
            path?: string;
        };
        /**
         * NewFeed
         * @description A feed to make: of the last `days`, today included, or of all; of some projects, or of all.
         *
         *     It lasts until it is revoked.
         */
        NewFeed: {
            name: string;
            days?: number | null;
            /** @default [] */
            projectIds: string[];
        };
        /**
         * NewPerson
         * @description A person to add; without a password they can't sign in yet.
         */
        NewPerson: {
            name: string;
            email: string;
            /**
             * @default member
             * @enum {unknown}
             */
            role: "administrator" | "member";
            /** Format: password */
            password?: string;
        };
        /**
         * PersonChange
         * @description What is left out is kept.
         */
        PersonChange: {
            name?: string;
            email?: string;
            /** @enum {unknown} */
            role?: "administrator" | "member";
            zone?: string;
            disabled?: boolean;
            /** Format: password */
            password?: string;
        };
        /**
         * AuditPage
         * @description Some records, newest first.
         */
        AuditPage: {
            items: components["schemas"]["AuditRecord"][];
            nextCursor: string | null;
        };
        /**
         * AuditRecord
         * @description Who changed what and when; `actorId` is null for the command line and first visits.
         */
        AuditRecord: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actorId: string | null;
            action: string;
            kind: string;
            /** Format: uuid */
            objectId: string;
            details: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "zone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "name": "Ada",
                     *       "email": "ada@example.org",
                     *       "role": "member",
                     *       "zone": "Europe/Berlin",
                     *       "disabled": false,
                     *       "createdAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_time_zone`: There is no such time zone; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "seven small stones",
                 *       "password": "eight small stones"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "password",
                     *       "person": {
                     *         "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "name": "Ada",
                     *         "email": "ada@example.org",
                     *         "role": "member",
                     *         "zone": "Europe/Berlin",
                     *         "disabled": false,
                     *         "createdAt": "2026-11-02T08:00:00Z"
                     *       },
                     *       "csrfToken": "8d0f"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `wrong_password`: The present password is not right; `invalid_password`: The new password is too easy to guess; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `wrong_mode`: AUTH_MODE does without that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_many_tries`: Too many tries; `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "seenAt": "2026-11-02T12:00:00Z",
                     *         "address": "192.0.2.7",
                     *         "agent": "Mozilla/5.0",
                     *         "current": true
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["OpenSession"][];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "name": "Build server",
                     *         "scope": "track",
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "expiresAt": null,
                     *         "usedAt": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Token"][];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Build server",
                 *       "scope": "track"
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "Build server",
                     *       "scope": "track",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "expiresAt": null,
                     *       "usedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_time`: A time has the wrong form, or can't be here; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                personId?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *           "at": "2026-11-02T12:00:00Z",
                     *           "actorId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *           "action": "deleted",
                     *           "kind": "entry",
                     *           "objectId": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *           "details": {
                     *             "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example at,actorId,action,kind,objectId,details */
                    "text/csv": string;
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCatalog: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projects": [
                     *         {
                     *           "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *           "name": "Clockwork",
                     *           "color": "blue",
                     *           "archivedAt": null,
                     *           "inbox": false,
                     *           "description": "The tracker itself",
                     *           "createdAt": "2026-11-02T08:00:00Z",
                     *           "updatedAt": "2026-11-02T08:00:00Z"
                     *         }
                     *       ],
                     *       "categories": [
                     *         {
                     *           "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *           "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *           "parentCategoryId": null,
                     *           "name": "Development",
                     *           "archivedAt": null,
                     *           "inbox": false,
                     *           "createdAt": "2026-11-02T08:00:00Z",
                     *           "updatedAt": "2026-11-02T08:00:00Z"
                     *         }
                     *       ],
                     *       "tags": [
                     *         {
                     *           "name": "review",
                     *           "entries": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Catalog"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                projectId?: string[];
                categoryId?: string[];
                personId?: string[];
                tag?: string[];
                q?: string;
                running?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *           "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *           "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *           "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *           "startedAt": "2026-11-02T12:34:56Z",
                     *           "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *           "durationSeconds": 3600,
                     *           "tags": [
                     *             "review"
                     *           ],
                     *           "note": "The report",
                     *           "createdAt": "2026-11-02T08:00:00Z",
                     *           "updatedAt": "2026-11-02T08:00:00Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                 *       "startedAt": "2026-11-02T12:34:56Z",
                 *       "stoppedAt": "2026-11-02T13:34:56Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `archived`: It is archived; `entry_overlap`: Another entry has that time; `details.entries` tells which; `id_taken`: Something of that kind has that identifier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": null,
                 *       "tags": [
                 *         "review"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EntryChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `archived`: It is archived; `entry_overlap`: Another entry has that time; `details.entries` tells which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    continueEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f"
                 *     }
                 */
                "application/json": components["schemas"]["Continue"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `archived`: It is archived; `id_taken`: Something of that kind has that identifier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    reopenEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP; `invalid_json`: The body or a query parameter does not have the right form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `entry_overlap`: Another entry has that time; `details.entries` tells which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    splitEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-11-02T13:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["Split"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *         "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *         "startedAt": "2026-11-02T12:34:56Z",
                     *         "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *         "durationSeconds": 3600,
                     *         "tags": [
                     *           "review"
                     *         ],
                     *         "note": "The report",
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "updatedAt": "2026-11-02T08:00:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TimeEntry"][];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_time`: A time has the wrong form, or can't be here; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `id_taken`: Something of that kind has that identifier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    exportEntries: {
        parameters: {
            query: {
                format: "csv" | "ics" | "json" | "klog" | "timewarrior" | "xlsx";
                from?: string;
                to?: string;
                tz?: string;
                decimal?: boolean;
                projectId?: string[];
                categoryId?: string[];
                personId?: string[];
                tag?: string[];
                q?: string;
                running?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example at,actorId,action,kind,objectId,details */
                    "text/csv": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example {
                     *       "format": "clockwork-export",
                     *       "version": 1,
                     *       "entries": [
                     *         {
                     *           "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *           "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *           "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *           "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *           "startedAt": "2026-11-02T12:34:56Z",
                     *           "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *           "durationSeconds": 3600,
                     *           "tags": [
                     *             "review"
                     *           ],
                     *           "note": "The report",
                     *           "createdAt": "2026-11-02T08:00:00Z",
                     *           "updatedAt": "2026-11-02T08:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": unknown;
                    /**
                     * @example 2026-11-02
                     *         12:34 - 13:34 Clockwork › Development: The report
                     */
                    "text/plain": string;
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     END:VCALENDAR
                     */
                    "text/calendar": string;
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_time_zone`: There is no such time zone; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "name": "My calendar",
                     *         "days": 90,
                     *         "projectIds": [
                     *           "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d"
                     *         ],
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "usedAt": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Feed"][];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "My calendar",
                 *       "days": 90,
                 *       "projectIds": [
                 *         "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewFeed"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "My calendar",
                     *       "days": 90,
                     *       "projectIds": [
                     *         "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d"
                     *       ],
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "usedAt": null,
                     *       "path": "/api/feeds/cwf_6yE2.ics"
                     *     }
                     */
                    "application/json": components["schemas"]["Feed"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokeFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                feedId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path: {
                /** @example cwf_6yE2 */
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     END:VCALENDAR
                     */
                    "text/calendar": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "name": "clockwork-entries.json",
                     *         "format": "clockwork-json",
                     *         "title": "Clockwork (JSON)",
                     *         "state": "draft",
                     *         "createdAt": "2026-11-02T12:00:00Z",
                     *         "endedAt": null,
                     *         "rows": 4,
                     *         "added": 2,
                     *         "known": 1,
                     *         "skipped": 0,
                     *         "unreadable": 1,
                     *         "shortened": 1,
                     *         "seconds": 5400,
                     *         "first": "2026-10-31T08:00:00Z",
                     *         "last": "2026-10-31T10:00:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["ListedImport"][];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    uploadImport: {
        parameters: {
            query: {
                name: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example Project,Start,End
                 *     Garden,2026-10-31 08:00,2026-10-31 09:00
                 */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "clockwork-entries.json",
                     *       "format": "clockwork-json",
                     *       "title": "Clockwork (JSON)",
                     *       "state": "draft",
                     *       "createdAt": "2026-11-02T12:00:00Z",
                     *       "endedAt": null,
                     *       "rows": 4,
                     *       "added": 2,
                     *       "known": 1,
                     *       "skipped": 0,
                     *       "unreadable": 1,
                     *       "shortened": 1,
                     *       "seconds": 5400,
                     *       "first": "2026-10-31T08:00:00Z",
                     *       "last": "2026-10-31T10:00:00Z",
                     *       "choices": {
                     *         "format": null,
                     *         "dateOrder": null,
                     *         "person": null,
                     *         "columns": null,
                     *         "zone": "Europe/Berlin",
                     *         "overlaps": "shorten",
                     *         "dayStart": 540,
                     *         "places": [
                     *           {
                     *             "from": [
                     *               "Ada",
                     *               "Site"
                     *             ],
                     *             "to": [
                     *               "Website",
                     *               "Development"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "months": [
                     *         {
                     *           "month": "2026-10",
                     *           "entries": 2,
                     *           "seconds": 5400,
                     *           "knownSeconds": 3600,
                     *           "fileSeconds": 10800
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "from": [
                     *             "Ada",
                     *             "Site"
                     *           ],
                     *           "to": [
                     *             "Website",
                     *             "Development"
                     *           ],
                     *           "missing": 1,
                     *           "entries": 2,
                     *           "seconds": 5400
                     *         }
                     *       ],
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "problems": [
                     *         {
                     *           "row": 3,
                     *           "kind": "unreadable",
                     *           "reason": "One of its times can't be read."
                     *         }
                     *       ],
                     *       "questions": []
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `unreadable_file`: Nothing can be made of the file; the message says why; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "clockwork-entries.json",
                     *       "format": "clockwork-json",
                     *       "title": "Clockwork (JSON)",
                     *       "state": "draft",
                     *       "createdAt": "2026-11-02T12:00:00Z",
                     *       "endedAt": null,
                     *       "rows": 4,
                     *       "added": 2,
                     *       "known": 1,
                     *       "skipped": 0,
                     *       "unreadable": 1,
                     *       "shortened": 1,
                     *       "seconds": 5400,
                     *       "first": "2026-10-31T08:00:00Z",
                     *       "last": "2026-10-31T10:00:00Z",
                     *       "choices": {
                     *         "format": null,
                     *         "dateOrder": null,
                     *         "person": null,
                     *         "columns": null,
                     *         "zone": "Europe/Berlin",
                     *         "overlaps": "shorten",
                     *         "dayStart": 540,
                     *         "places": [
                     *           {
                     *             "from": [
                     *               "Ada",
                     *               "Site"
                     *             ],
                     *             "to": [
                     *               "Website",
                     *               "Development"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "months": [
                     *         {
                     *           "month": "2026-10",
                     *           "entries": 2,
                     *           "seconds": 5400,
                     *           "knownSeconds": 3600,
                     *           "fileSeconds": 10800
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "from": [
                     *             "Ada",
                     *             "Site"
                     *           ],
                     *           "to": [
                     *             "Website",
                     *             "Development"
                     *           ],
                     *           "missing": 1,
                     *           "entries": 2,
                     *           "seconds": 5400
                     *         }
                     *       ],
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "problems": [
                     *         {
                     *           "row": 3,
                     *           "kind": "unreadable",
                     *           "reason": "One of its times can't be read."
                     *         }
                     *       ],
                     *       "questions": []
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    discardImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_a_draft`: The import has ended, and what it holds can't be chosen any more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    decideImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "zone": "Europe/Berlin",
                 *       "places": [
                 *         {
                 *           "from": [
                 *             "Ada",
                 *             "Site"
                 *           ],
                 *           "to": [
                 *             "Website",
                 *             "Development"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DecideImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "clockwork-entries.json",
                     *       "format": "clockwork-json",
                     *       "title": "Clockwork (JSON)",
                     *       "state": "draft",
                     *       "createdAt": "2026-11-02T12:00:00Z",
                     *       "endedAt": null,
                     *       "rows": 4,
                     *       "added": 2,
                     *       "known": 1,
                     *       "skipped": 0,
                     *       "unreadable": 1,
                     *       "shortened": 1,
                     *       "seconds": 5400,
                     *       "first": "2026-10-31T08:00:00Z",
                     *       "last": "2026-10-31T10:00:00Z",
                     *       "choices": {
                     *         "format": null,
                     *         "dateOrder": null,
                     *         "person": null,
                     *         "columns": null,
                     *         "zone": "Europe/Berlin",
                     *         "overlaps": "shorten",
                     *         "dayStart": 540,
                     *         "places": [
                     *           {
                     *             "from": [
                     *               "Ada",
                     *               "Site"
                     *             ],
                     *             "to": [
                     *               "Website",
                     *               "Development"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "months": [
                     *         {
                     *           "month": "2026-10",
                     *           "entries": 2,
                     *           "seconds": 5400,
                     *           "knownSeconds": 3600,
                     *           "fileSeconds": 10800
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "from": [
                     *             "Ada",
                     *             "Site"
                     *           ],
                     *           "to": [
                     *             "Website",
                     *             "Development"
                     *           ],
                     *           "missing": 1,
                     *           "entries": 2,
                     *           "seconds": 5400
                     *         }
                     *       ],
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "problems": [
                     *         {
                     *           "row": 3,
                     *           "kind": "unreadable",
                     *           "reason": "One of its times can't be read."
                     *         }
                     *       ],
                     *       "questions": []
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_time_zone`: There is no such time zone; `unreadable_file`: Nothing can be made of the file; the message says why; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_a_draft`: The import has ended, and what it holds can't be chosen any more; `entry_overlap`: Another entry has that time; `details.entries` tells which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    runImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "clockwork-entries.json",
                     *       "format": "clockwork-json",
                     *       "title": "Clockwork (JSON)",
                     *       "state": "draft",
                     *       "createdAt": "2026-11-02T12:00:00Z",
                     *       "endedAt": null,
                     *       "rows": 4,
                     *       "added": 2,
                     *       "known": 1,
                     *       "skipped": 0,
                     *       "unreadable": 1,
                     *       "shortened": 1,
                     *       "seconds": 5400,
                     *       "first": "2026-10-31T08:00:00Z",
                     *       "last": "2026-10-31T10:00:00Z",
                     *       "choices": {
                     *         "format": null,
                     *         "dateOrder": null,
                     *         "person": null,
                     *         "columns": null,
                     *         "zone": "Europe/Berlin",
                     *         "overlaps": "shorten",
                     *         "dayStart": 540,
                     *         "places": [
                     *           {
                     *             "from": [
                     *               "Ada",
                     *               "Site"
                     *             ],
                     *             "to": [
                     *               "Website",
                     *               "Development"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "months": [
                     *         {
                     *           "month": "2026-10",
                     *           "entries": 2,
                     *           "seconds": 5400,
                     *           "knownSeconds": 3600,
                     *           "fileSeconds": 10800
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "from": [
                     *             "Ada",
                     *             "Site"
                     *           ],
                     *           "to": [
                     *             "Website",
                     *             "Development"
                     *           ],
                     *           "missing": 1,
                     *           "entries": 2,
                     *           "seconds": 5400
                     *         }
                     *       ],
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "problems": [
                     *         {
                     *           "row": 3,
                     *           "kind": "unreadable",
                     *           "reason": "One of its times can't be read."
                     *         }
                     *       ],
                     *       "questions": []
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `unreadable_file`: Nothing can be made of the file; the message says why; `invalid_request`: The request is not proper HTTP; `invalid_json`: The body or a query parameter does not have the right form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unanswered`: The import asks something first; its `questions` tell what; `not_a_draft`: The import has ended, and what it holds can't be chosen any more; `entry_overlap`: Another entry has that time; `details.entries` tells which */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "changed": "keep"
                 *     }
                 */
                "application/json": components["schemas"]["UndoImport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "name": "clockwork-entries.json",
                     *       "format": "clockwork-json",
                     *       "title": "Clockwork (JSON)",
                     *       "state": "draft",
                     *       "createdAt": "2026-11-02T12:00:00Z",
                     *       "endedAt": null,
                     *       "rows": 4,
                     *       "added": 2,
                     *       "known": 1,
                     *       "skipped": 0,
                     *       "unreadable": 1,
                     *       "shortened": 1,
                     *       "seconds": 5400,
                     *       "first": "2026-10-31T08:00:00Z",
                     *       "last": "2026-10-31T10:00:00Z",
                     *       "choices": {
                     *         "format": null,
                     *         "dateOrder": null,
                     *         "person": null,
                     *         "columns": null,
                     *         "zone": "Europe/Berlin",
                     *         "overlaps": "shorten",
                     *         "dayStart": 540,
                     *         "places": [
                     *           {
                     *             "from": [
                     *               "Ada",
                     *               "Site"
                     *             ],
                     *             "to": [
                     *               "Website",
                     *               "Development"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "months": [
                     *         {
                     *           "month": "2026-10",
                     *           "entries": 2,
                     *           "seconds": 5400,
                     *           "knownSeconds": 3600,
                     *           "fileSeconds": 10800
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "from": [
                     *             "Ada",
                     *             "Site"
                     *           ],
                     *           "to": [
                     *             "Website",
                     *             "Development"
                     *           ],
                     *           "missing": 1,
                     *           "entries": 2,
                     *           "seconds": 5400
                     *         }
                     *       ],
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "problems": [
                     *         {
                     *           "row": 3,
                     *           "kind": "unreadable",
                     *           "reason": "One of its times can't be read."
                     *         }
                     *       ],
                     *       "questions": []
                     *     }
                     */
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_done`: Nothing of that import was brought yet; `changed_since`: Entries were changed since; `details` has their count and some */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "name": "Ada",
                     *         "email": "ada@example.org",
                     *         "role": "member",
                     *         "zone": "Europe/Berlin",
                     *         "disabled": false,
                     *         "createdAt": "2026-11-02T08:00:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Person"][];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada",
                 *       "email": "ada@example.org"
                 *     }
                 */
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "name": "Ada",
                     *       "email": "ada@example.org",
                     *       "role": "member",
                     *       "zone": "Europe/Berlin",
                     *       "disabled": false,
                     *       "createdAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_password`: The new password is too easy to guess; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `duplicate_email`: Somebody has that e-mail address; `wrong_mode`: AUTH_MODE does without that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "name": "Ada",
                     *       "email": "ada@example.org",
                     *       "role": "member",
                     *       "zone": "Europe/Berlin",
                     *       "disabled": false,
                     *       "createdAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    removePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `last_administrator`: Somebody has to be administrator */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "administrator"
                 *     }
                 */
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "name": "Ada",
                     *       "email": "ada@example.org",
                     *       "role": "member",
                     *       "zone": "Europe/Berlin",
                     *       "disabled": false,
                     *       "createdAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_password`: The new password is too easy to guess; `invalid_time_zone`: There is no such time zone; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `duplicate_email`: Somebody has that e-mail address; `last_administrator`: Somebody has to be administrator; `wrong_mode`: AUTH_MODE does without that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    exportPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example PK… */
                    "application/zip": string;
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listPersonsTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "name": "Build server",
                     *         "scope": "track",
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "expiresAt": null,
                     *         "usedAt": null
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Token"][];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokePersonsTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    revokePersonsToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                personId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *         "name": "Clockwork",
                     *         "color": "blue",
                     *         "archivedAt": null,
                     *         "inbox": false,
                     *         "description": "The tracker itself",
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "updatedAt": "2026-11-02T08:00:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Project"][];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Clockwork",
                 *       "color": "blue"
                 *     }
                 */
                "application/json": components["schemas"]["NewProject"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "name": "Clockwork",
                     *       "color": "blue",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "description": "The tracker itself",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_project_name`: No project can be called that; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `id_taken`: Something of that kind has that identifier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "name": "Clockwork",
                     *       "color": "blue",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "description": "The tracker itself",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `inbox`: It is the inbox, which stays where it is; `project_in_use`: The project holds time; `details` has the counts */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Clockwork",
                 *       "description": "The tracker itself"
                 *     }
                 */
                "application/json": components["schemas"]["ProjectChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "name": "Clockwork",
                     *       "color": "blue",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "description": "The tracker itself",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_project_name`: No project can be called that; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    archiveProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "name": "Clockwork",
                     *       "color": "blue",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "description": "The tracker itself",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP; `invalid_json`: The body or a query parameter does not have the right form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `inbox`: It is the inbox, which stays where it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *         "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *         "parentCategoryId": null,
                     *         "name": "Development",
                     *         "archivedAt": null,
                     *         "inbox": false,
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "updatedAt": "2026-11-02T08:00:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Category"][];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Review",
                 *       "parentCategoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c"
                 *     }
                 */
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_category_name`: No category can be called that; `invalid_parent`: There is no such parent category, or it is too deep; `cross_project_parent`: The parent is in another project; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `duplicate_name`: A sibling has that name; `id_taken`: Something of that kind has that identifier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `category_in_use`: The category holds time; `details` has the counts; `duplicate_name`: A sibling has that name; `inbox`: It is the inbox, which stays where it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Development",
                 *       "parentCategoryId": null
                 *     }
                 */
                "application/json": components["schemas"]["CategoryChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_category_name`: No category can be called that; `invalid_parent`: There is no such parent category, or it is too deep; `cross_project_parent`: The parent is in another project; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `category_cycle`: A category can't be put below itself; `duplicate_name`: A sibling has that name; `inbox`: It is the inbox, which stays where it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    archiveCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP; `invalid_json`: The body or a query parameter does not have the right form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `inbox`: It is the inbox, which stays where it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mergeCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c"
                 *     }
                 */
                "application/json": components["schemas"]["CategoryMerge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_parent`: There is no such parent category, or it is too deep; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `category_cycle`: A category can't be put below itself; `duplicate_name`: A sibling has that name; `archived`: It is archived; `inbox`: It is the inbox, which stays where it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    moveCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                 *       "parentCategoryId": null
                 *     }
                 */
                "application/json": components["schemas"]["CategoryMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_parent`: There is no such parent category, or it is too deep; `cross_project_parent`: The parent is in another project; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `category_cycle`: A category can't be put below itself; `duplicate_name`: A sibling has that name; `archived`: It is archived; `inbox`: It is the inbox, which stays where it is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    renameCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what is to be changed; 412 when it changed. */
                "If-Match"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Development"
                 *     }
                 */
                "application/json": components["schemas"]["CategoryRename"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_json`: The body or a query parameter does not have the right form; `invalid_category_name`: No category can be called that; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `duplicate_name`: A sibling has that name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `changed`: It was changed meanwhile; `details` is how it is now */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unarchiveCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                categoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "parentCategoryId": null,
                     *       "name": "Development",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Category"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP; `invalid_json`: The body or a query parameter does not have the right form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    unarchiveProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d */
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "name": "Clockwork",
                     *       "color": "blue",
                     *       "archivedAt": null,
                     *       "inbox": false,
                     *       "description": "The tracker itself",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_id`: An identifier is not a UUID; `invalid_request`: The request is not proper HTTP; `invalid_json`: The body or a query parameter does not have the right form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query: {
                from: string;
                to: string;
                tz?: string;
                groupBy?: string;
                weekStart?: number;
                projectId?: string[];
                categoryId?: string[];
                personId?: string[];
                tag?: string[];
            };
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-02T00:00:00Z",
                     *       "to": "2026-11-03T00:00:00Z",
                     *       "tz": "UTC",
                     *       "totalSeconds": 3600,
                     *       "rows": [
                     *         {
                     *           "key": "2026-11-02",
                     *           "label": "2026-11-02",
                     *           "seconds": 3600
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_time_zone`: There is no such time zone; `too_large_a_report`: The report would have more than 200,000 rows; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSummaryCsv: {
        parameters: {
            query: {
                from: string;
                to: string;
                tz?: string;
                groupBy?: string;
                weekStart?: number;
                projectId?: string[];
                categoryId?: string[];
                personId?: string[];
                tag?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example at,actorId,action,kind,objectId,details */
                    "text/csv": string;
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_time_zone`: There is no such time zone; `too_large_a_report`: The report would have more than 200,000 rows; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSummaryXlsx: {
        parameters: {
            query: {
                from: string;
                to: string;
                tz?: string;
                groupBy?: string;
                weekStart?: number;
                projectId?: string[];
                categoryId?: string[];
                personId?: string[];
                tag?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_time_zone`: There is no such time zone; `too_large_a_report`: The report would have more than 200,000 rows; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden`: That needs another role, or a token of another scope; `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "password",
                     *       "person": {
                     *         "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "name": "Ada",
                     *         "email": "ada@example.org",
                     *         "role": "member",
                     *         "zone": "Europe/Berlin",
                     *         "disabled": false,
                     *         "createdAt": "2026-11-02T08:00:00Z"
                     *       },
                     *       "csrfToken": "8d0f"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.org",
                 *       "password": "seven small stones"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "password",
                     *       "person": {
                     *         "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "name": "Ada",
                     *         "email": "ada@example.org",
                     *         "role": "member",
                     *         "zone": "Europe/Berlin",
                     *         "disabled": false,
                     *         "createdAt": "2026-11-02T08:00:00Z"
                     *       },
                     *       "csrfToken": "8d0f"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `wrong_credentials`: E-mail or password is not right */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `wrong_mode`: AUTH_MODE does without that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_many_tries`: Too many tries; `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "needed": false,
                     *       "mode": "password"
                     *     }
                     */
                    "application/json": components["schemas"]["Setup"];
                };
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "AB3D-EF7H-JK2M-NP9Q",
                 *       "name": "Ada",
                 *       "email": "ada@example.org",
                 *       "password": "seven small stones"
                 *     }
                 */
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "password",
                     *       "person": {
                     *         "id": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "name": "Ada",
                     *         "email": "ada@example.org",
                     *         "role": "member",
                     *         "zone": "Europe/Berlin",
                     *         "disabled": false,
                     *         "createdAt": "2026-11-02T08:00:00Z"
                     *       },
                     *       "csrfToken": "8d0f"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_password`: The new password is too easy to guess; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `wrong_code`: That is not the code in the server's log */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `already_set_up`: There is an administrator already; `duplicate_email`: Somebody has that e-mail address; `wrong_mode`: AUTH_MODE does without that */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_many_tries`: Too many tries; `Retry-After` tells how many seconds to wait */
            429: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "..",
                 *       "to": "review"
                 *     }
                 */
                "application/json": components["schemas"]["TagInstead"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example review */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    renameTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example review */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "review"
                 *     }
                 */
                "application/json": components["schemas"]["TagChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    mergeTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example review */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "review"
                 *     }
                 */
                "application/json": components["schemas"]["TagMerge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": 12
                     *     }
                     */
                    "application/json": components["schemas"]["Changed"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getActiveEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": null,
                     *       "durationSeconds": null,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"] | null;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listCategoryEntries: {
        parameters: {
            query: {
                categoryId: string;
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The ETag of what the client holds; 304 while that is right. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *         "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *         "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *         "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *         "startedAt": "2026-11-02T12:34:56Z",
                     *         "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *         "durationSeconds": 3600,
                     *         "tags": [
                     *           "review"
                     *         ],
                     *         "note": "The report",
                     *         "createdAt": "2026-11-02T08:00:00Z",
                     *         "updatedAt": "2026-11-02T08:00:00Z"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["TimeEntry"][];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_time_range`: The range ends before it begins, or leaves the calendar; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    startTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                 *       "note": "The report",
                 *       "tags": [
                 *         "review"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Start"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `not_found`: There is no such thing, or not for who asks */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `archived`: It is archived; `entry_overlap`: Another entry has that time; `details.entries` tells which; `id_taken`: Something of that kind has that identifier */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    stopTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description For seven days the same key, address and body get the first answer again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "stoppedAt": "2026-11-02T13:34:56Z",
                 *       "entryId": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f"
                 *     }
                 */
                "application/json": components["schemas"]["Stop"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c3a1e7d2-94b6-4f08-8d2b-7a6b5c4d3e2f",
                     *       "personId": "9f3b2a10-5c6d-4e7f-8a9b-0c1d2e3f4a5b",
                     *       "projectId": "5b0f4c4e-8a57-4a35-9a3e-0f5c8a1b2c3d",
                     *       "categoryId": "0d8c1f6a-2f5b-4e0c-b1a7-6d5e4f3a2b1c",
                     *       "startedAt": "2026-11-02T12:34:56Z",
                     *       "stoppedAt": "2026-11-02T13:34:56.5Z",
                     *       "durationSeconds": 3600,
                     *       "tags": [
                     *         "review"
                     *       ],
                     *       "note": "The report",
                     *       "createdAt": "2026-11-02T08:00:00Z",
                     *       "updatedAt": "2026-11-02T08:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["TimeEntry"];
                };
            };
            /** @description `invalid_json`: The body or a query parameter does not have the right form; `invalid_id`: An identifier is not a UUID; `invalid_time`: A time has the wrong form, or can't be here; `invalid_request`: The request is not proper HTTP */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `unauthenticated`: Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `forbidden_origin`: The website that asks may not use this tracker; `forbidden_host`: The tracker is not known by the name it was asked by; `forbidden`: That needs another role, or a token of another scope; `forbidden_csrf`: A change by cookie lacks the proof that the page asks for it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_slow`: The request took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `no_active_timer`: No timer is running; `not_running`: That entry is not the one that runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `too_large`: The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `key_reused`: The Idempotency-Key was sent before, with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `internal`: A fault of the server */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `database_unavailable`: The database can't be reached; `overloaded`: The server has too much to do; `Retry-After` tells when to come back */
            503: {
                headers: {
                    /** @description Seconds. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `storage_full`: The disk is full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
