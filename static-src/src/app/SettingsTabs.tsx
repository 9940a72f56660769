/** The settings, each part by its own screen: of this browser, one's account, people. */

import SettingsScreen, { BrowserSettings } from "../settings/SettingsScreen";
import { useMayAdminister, useSession } from "../store/session";
import { part } from "../ui/part";
import { screenWords } from "../words/screens";

const DataScreen = part(() => import("../accounts/DataScreen"));
const AccountScreen = part(() => import("../accounts/AccountScreen"));
const PeopleScreen = part(() => import("../accounts/PeopleScreen"));
const OthersScreen = part(() => import("../accounts/OthersScreen"));
const AuditScreen = part(() => import("../accounts/AuditScreen"));
const SomeEntries = part(() => import("../timer/SomeEntries"));

/** With one local person there is no account, and nobody else. */
export default function SettingsTabs() {
  const { mode } = useSession();
  const mayAdminister = useMayAdminister();
  const tabs = [
    { path: "/settings", name: screenWords.accounts.browser, element: <BrowserSettings /> },
    { path: "/settings/data", name: screenWords.data.title, element: <DataScreen /> },
    { path: "/settings/account", name: screenWords.accounts.account, element: <AccountScreen /> },
    { path: "/settings/people", name: screenWords.accounts.people, element: <PeopleScreen /> },
    {
      path: "/settings/entries",
      name: screenWords.accounts.others,
      element: <OthersScreen Entries={SomeEntries} />,
    },
    { path: "/settings/audit", name: screenWords.audit.title, element: <AuditScreen /> },
  ];
  const most = mayAdminister ? tabs.length : 3;
  return <SettingsScreen tabs={tabs.slice(0, mode === "none" ? 2 : most)} />;
}
