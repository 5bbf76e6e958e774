<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="9"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="10"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="11"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="12"/>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="13"/>
        <source>Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="14"/>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="15"/>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/action_table.cpp" line="16"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatNumber</name>
    <message>
        <location filename="../ui/widgets/format_number.cpp" line="104"/>
        <source>%1&#xa0;ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format_number.cpp" line="106"/>
        <source>%1&#xa0;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format_number.cpp" line="109"/>
        <source>%1&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/format_number.cpp" line="110"/>
        <source>%1&#xa0;h %2&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <location filename="../ui/shell/import_command.cpp" line="24"/>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/shell/import_command.cpp" line="27"/>
        <source>Import %n files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelBar</name>
    <message numerus="yes">
        <location filename="../ui/shell/panel_bar.cpp" line="27"/>
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/shell/panel_bar.cpp" line="95"/>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/panel_bar.cpp" line="101"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <location filename="../ui/charts/picture_file.cpp" line="92"/>
        <source>%1: there is nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/picture_file.cpp" line="104"/>
        <source>%1: pictures are written as .png, .svg or .pdf; choose one of these endings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/picture_file.cpp" line="108"/>
        <source>%1: the picture could not be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/picture_file.cpp" line="113"/>
        <source>%1 could not be written: %2. Choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateMark</name>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="76"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="78"/>
        <source>Running, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="80"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="82"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="84"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="86"/>
        <source>Done, with a remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/state_mark.cpp" line="88"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictChip</name>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="106"/>
        <source>L</source>
        <comment>left answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="107"/>
        <source>R</source>
        <comment>right answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="136"/>
        <source>Side A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="136"/>
        <source>A is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="139"/>
        <source>Side B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="139"/>
        <source>B is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="142"/>
        <source>Tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="145"/>
        <source>Both bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="148"/>
        <source>Invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="151"/>
        <source>No verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="154"/>
        <source>%1, by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/verdict_chip.cpp" line="158"/>
        <source>Judge: %1. Person: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::app</name>
    <message>
        <location filename="../app/agon/command_line.cpp" line="34"/>
        <source>Simulated arenas for language models: look into battles, override, rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="37"/>
        <source>A file ending in .agon to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="39"/>
        <source>Open the demo; make it when there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="40"/>
        <source>Layout: review, analyse or operate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="42"/>
        <source>Theme: system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="54"/>
        <source>one workspace can be open at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="61"/>
        <source>--layout is review, analyse or operate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="65"/>
        <source>--theme is system, light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/panels.cpp" line="28"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/panels.cpp" line="40"/>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui</name>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="15"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="18"/>
        <source>A better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="20"/>
        <source>B better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="22"/>
        <source>Tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="24"/>
        <source>Both bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="29"/>
        <source>Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="37"/>
        <source>Flag #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="37"/>
        <source>Remove flag of #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="40"/>
        <source>Blind vote on #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/vote_history.cpp" line="41"/>
        <source>“%1” on #%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="140"/>
        <source>Battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="141"/>
        <source>Battles that the ratings rest on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="144"/>
        <source>Invalid, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="148"/>
        <source>Failed or unreadable verdicts; they are never ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="151"/>
        <source>Position flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="152"/>
        <source>Battles whose two games name different winners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="155"/>
        <source>First read wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="158"/>
        <source>Decisive games won by the answer that was read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="161"/>
        <source>Longer wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="163"/>
        <source>Decisive battles won by the answer that is more than a tenth longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="168"/>
        <source>κ %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="169"/>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="170"/>
        <source>Judge with human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="171"/>
        <source>How often people and judges say the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/about.cpp" line="26"/>
        <location filename="../ui/shell/about.cpp" line="41"/>
        <source>About Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/about.cpp" line="30"/>
        <source>Agon %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/about.cpp" line="33"/>
        <source>Simulated arenas for language models: which is better, how sure are we, why, and which data would make mine better.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Built on Qt %1, QCustomPlot, SQLite, Eigen and others that README.md names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="32"/>
        <source>What the import left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="39"/>
        <source>All other rows have arrived. Mend these and import the file again: nothing is added twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="45"/>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="58"/>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="71"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="73"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="75"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="77"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="79"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="91"/>
        <source>took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="94"/>
        <source>Cancelled at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="97"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="98"/>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="112"/>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="125"/>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="128"/>
        <source>about %n s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="129"/>
        <source>about %n min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="47"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="49"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="50"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="55"/>
        <source>&amp;Battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="61"/>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="66"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/palette_entries.cpp" line="40"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/palette_entries.cpp" line="56"/>
        <source>Recent workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ActionRegistry</name>
    <message>
        <location filename="../ui/shell/action_registry.cpp" line="75"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::BarChart</name>
    <message>
        <location filename="../ui/charts/bar_chart.cpp" line="325"/>
        <source>%1 at %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/bar_chart.cpp" line="371"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/bar_chart.cpp" line="397"/>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/bar_chart.cpp" line="399"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/bar_chart.cpp" line="400"/>
        <source>%1: %2 %3</source>
        <comment>category, name of the value, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/bar_chart.cpp" line="404"/>
        <source>%1, %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ChartView</name>
    <message>
        <location filename="../ui/charts/chart_view.cpp" line="287"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/chart_view.cpp" line="288"/>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/chart_view.cpp" line="339"/>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/chart_view.cpp" line="343"/>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/chart_view.cpp" line="343"/>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/chart_view.cpp" line="343"/>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::CommandPalette</name>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="76"/>
        <location filename="../ui/shell/command_palette.cpp" line="78"/>
        <location filename="../ui/shell/command_palette.cpp" line="80"/>
        <source>Search or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="77"/>
        <source>An action, a model, a recent workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="88"/>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/command_palette.cpp" line="123"/>
        <source>Nothing is called “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::DockLayouts</name>
    <message>
        <location filename="../ui/shell/dock_layouts.cpp" line="46"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/dock_layouts.cpp" line="48"/>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/dock_layouts.cpp" line="52"/>
        <source>Operate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::DropZone</name>
    <message>
        <location filename="../ui/shell/drop_zone.cpp" line="29"/>
        <source>Drop files here to import them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/drop_zone.cpp" line="32"/>
        <source>Drop answers, judgments or battles here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/drop_zone.cpp" line="35"/>
        <source>JSON, JSONL or CSV. The format is recognised: AlpacaEval, FastChat’s MT-Bench, PandaLM, evalica and your own columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/drop_zone.cpp" line="40"/>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::EmptyState</name>
    <message>
        <location filename="../ui/widgets/empty_state.cpp" line="40"/>
        <source>%1, done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::FacetButton</name>
    <message>
        <location filename="../ui/widgets/facet_button.cpp" line="35"/>
        <source>%1, %2</source>
        <comment>name of a facet and how many it has</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::HeatMap</name>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="98"/>
        <source>Win rate, row against column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="330"/>
        <source>%1. %2: no battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/charts/heat_map.cpp" line="331"/>
        <source>%1. %2: wins %3 % on average over %n opponent(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="334"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="354"/>
        <source>%1 against %2: no battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="356"/>
        <source>%1 against %2: %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="359"/>
        <source>%1
%2 won, %3 tied, %4 lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::Histogram</name>
    <message>
        <location filename="../ui/charts/histogram.cpp" line="142"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/histogram.cpp" line="158"/>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/histogram.cpp" line="160"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/histogram.cpp" line="161"/>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ImportCommand</name>
    <message>
        <location filename="../ui/shell/import_command.cpp" line="58"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_command.cpp" line="59"/>
        <source>Answers, judgments, battles (*.json *.jsonl *.csv *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_command.cpp" line="130"/>
        <source>Index texts for search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ImportDialog</name>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="59"/>
        <location filename="../ui/shell/import_dialog.cpp" line="64"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="96"/>
        <location filename="../ui/shell/import_dialog.cpp" line="116"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="96"/>
        <source>read, never changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="98"/>
        <location filename="../ui/shell/import_dialog.cpp" line="105"/>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="99"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="130"/>
        <location filename="../ui/shell/import_dialog.cpp" line="133"/>
        <source>First records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="153"/>
        <location filename="../ui/shell/import_dialog.cpp" line="164"/>
        <source>Instruction set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="154"/>
        <location filename="../ui/shell/import_dialog.cpp" line="165"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="155"/>
        <location filename="../ui/shell/import_dialog.cpp" line="166"/>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="156"/>
        <location filename="../ui/shell/import_dialog.cpp" line="167"/>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="236"/>
        <source>as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/shell/import_dialog.cpp" line="248"/>
        <source>Import %n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>agon::ui::ImportFilesModel</name>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="73"/>
        <source>Say below which columns are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="76"/>
        <source>%1 of the first %2 records cannot be read; they will be reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="111"/>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="113"/>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="115"/>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="128"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="130"/>
        <source>Recognised as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="132"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ImportReports</name>
    <message>
        <location filename="../ui/shell/import_reports.cpp" line="28"/>
        <source>%1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_reports.cpp" line="30"/>
        <source>%1 known before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_reports.cpp" line="32"/>
        <source>%1 invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_reports.cpp" line="34"/>
        <source>%1 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/shell/import_reports.cpp" line="37"/>
        <source>%n file(s) not read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>agon::ui::IntervalPlot</name>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="29"/>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="34"/>
        <location filename="../ui/charts/interval_plot.cpp" line="35"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="37"/>
        <source>%1, the anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="40"/>
        <source>%1, 95 % by instruction %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="42"/>
        <source>%1, by battle %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="66"/>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="309"/>
        <source>anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="353"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="364"/>
        <source>95 %, by instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="366"/>
        <source>by battle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::JobDelegate</name>
    <message>
        <location filename="../ui/shell/job_delegate.cpp" line="74"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::JobsModel</name>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="177"/>
        <source>%1, %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::JobsPanel</name>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="33"/>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="42"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="45"/>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="46"/>
        <source>Imports and everything else that takes a while is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="98"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="99"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="100"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="101"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="102"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="111"/>
        <source>See lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="112"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="159"/>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::KeyCap</name>
    <message>
        <location filename="../ui/widgets/key_cap.cpp" line="93"/>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::KeysWindow</name>
    <message>
        <location filename="../ui/shell/keys_window.cpp" line="58"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_window.cpp" line="58"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_window.cpp" line="70"/>
        <location filename="../ui/shell/keys_window.cpp" line="104"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/keys_window.cpp" line="105"/>
        <source>Keys of Vote, Queue and Reading act in the battles panel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::LeaderboardModel</name>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="36"/>
        <source>never lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="38"/>
        <source>never won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="40"/>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="49"/>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="160"/>
        <source>It never lost to those it is compared with, so no finite rating exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="162"/>
        <source>It never won against those it is compared with, so no finite rating exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="164"/>
        <source>No chain of battles leads to the others, so it cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="166"/>
        <source>95 % interval %1 to %2, median %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="171"/>
        <source>%1 won, %2 tied, %3 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="174"/>
        <source>Since this workspace was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="204"/>
        <source>%1, pinned as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="232"/>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="234"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="236"/>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="238"/>
        <source>95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="240"/>
        <source>Battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="242"/>
        <source>Won, tied, lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="244"/>
        <source>Flips, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="246"/>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="248"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::LeaderboardView</name>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="129"/>
        <source>Leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="245"/>
        <source>Open its battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="247"/>
        <source>Show in Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="249"/>
        <source>Pin as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="250"/>
        <source>Pin as B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::Legend</name>
    <message>
        <location filename="../ui/charts/legend.cpp" line="106"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/legend.cpp" line="114"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MainWindow</name>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="77"/>
        <location filename="../ui/shell/main_window.cpp" line="256"/>
        <source>Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="90"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="150"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="152"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="229"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="236"/>
        <source>%1 — Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="244"/>
        <source>Read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="283"/>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="283"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="284"/>
        <source>Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="284"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="299"/>
        <source>Jobs shows what was left out and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="316"/>
        <source>Stopping what runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="317"/>
        <source>What is committed stays; the window closes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MappingForm</name>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="16"/>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="18"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="20"/>
        <source>Model A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="22"/>
        <source>Model B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="24"/>
        <source>Answer A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="26"/>
        <source>Answer B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="28"/>
        <source>Winner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="30"/>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="32"/>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="34"/>
        <source>Score A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="36"/>
        <source>Score B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="38"/>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="40"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="42"/>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="44"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="46"/>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/mapping_form.cpp" line="61"/>
        <source>Column of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MarkdownBrowser</name>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="171"/>
        <source>Copy this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="186"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="191"/>
        <source>Copy &amp;link address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="199"/>
        <source>Copy code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="203"/>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MarkdownDocument</name>
    <message>
        <location filename="../ui/text/markdown_document.cpp" line="43"/>
        <source>[image: %1]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MarkdownView</name>
    <message>
        <location filename="../ui/text/markdown_view.cpp" line="81"/>
        <source>Preparing the text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_view.cpp" line="85"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_view.cpp" line="96"/>
        <source>%1, plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_view.cpp" line="97"/>
        <source>%1, being prepared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::PairDifference</name>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="34"/>
        <source>%1 minus %2: %3, %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="36"/>
        <source>%1 and %2 cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="59"/>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="64"/>
        <source>not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="65"/>
        <source>separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="65"/>
        <source>not separated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::PanelHeader</name>
    <message>
        <location filename="../ui/widgets/panel_header.cpp" line="41"/>
        <source>Float or dock this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/widgets/panel_header.cpp" line="42"/>
        <source>Close this panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::PolicyBar</name>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="57"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="57"/>
        <source>How ratings are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="59"/>
        <source>Bradley–Terry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="59"/>
        <source>Online Elo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="60"/>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="60"/>
        <source>Which battles are rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="61"/>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="61"/>
        <source>Whose verdicts count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="62"/>
        <source>Games</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="62"/>
        <source>How a judge&apos;s two games come to one verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="63"/>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="63"/>
        <source>agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="63"/>
        <source>separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="64"/>
        <source>Ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="64"/>
        <source>A tie is half a win and half a loss, or is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="65"/>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="65"/>
        <source>drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="66"/>
        <source>Overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="66"/>
        <source>Whether people&apos;s verdicts count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="67"/>
        <location filename="../ui/ratings/policy_bar.cpp" line="145"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="67"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="67"/>
        <source>only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="68"/>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="68"/>
        <source>What is drawn again and again to see how sure ratings are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="70"/>
        <source>bootstrap 100, by instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="70"/>
        <source>bootstrap 100, by battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="70"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="71"/>
        <source>Anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="71"/>
        <source>The model whose rating is set; the others are relative to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="107"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="116"/>
        <source>all, by majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="125"/>
        <source>mean = 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="134"/>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="146"/>
        <source>on, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ProgressPlot</name>
    <message>
        <location filename="../ui/charts/progress_labels.cpp" line="58"/>
        <source>SFT restarts from base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="59"/>
        <source>%1, in the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="61"/>
        <source>%1, held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="63"/>
        <source>%1, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="77"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="343"/>
        <source>%1 %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="346"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="347"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="349"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="369"/>
        <source>%1, %2 %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/progress_plot.cpp" line="373"/>
        <source>%1, 95 % %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::RatingsPanel</name>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="96"/>
        <location filename="../ui/ratings/ratings_panel.cpp" line="105"/>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="98"/>
        <location filename="../ui/ratings/ratings_panel.cpp" line="112"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="100"/>
        <location filename="../ui/ratings/ratings_panel.cpp" line="130"/>
        <source>Win rate, row against column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="102"/>
        <source>Leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="113"/>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="115"/>
        <source>Whose progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="123"/>
        <source>No checkpoints yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="124"/>
        <source>Progress is drawn over models that have an iteration and a stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="130"/>
        <source>%, ties left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="162"/>
        <source>Export this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="163"/>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="167"/>
        <source>Exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="171"/>
        <source>The chart was not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="249"/>
        <source>Reading the battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="250"/>
        <source>Nothing to rate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="251"/>
        <source>These battles cannot be rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="253"/>
        <source>Ratings come from battles with a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="256"/>
        <source>Import battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/ratings/ratings_panel.cpp" line="274"/>
        <source>%n model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="302"/>
        <source>Press A or B on a row to pin two models and compare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="311"/>
        <source>Rating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="312"/>
        <source>Rated in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="315"/>
        <source>%1 of %2 pairs separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="318"/>
        <source>Every number opens the battles behind it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::RecentButton</name>
    <message>
        <location filename="../ui/shell/recent_button.cpp" line="21"/>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/recent_button.cpp" line="23"/>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/recent_button.cpp" line="30"/>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/recent_button.cpp" line="31"/>
        <source>%1 battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/recent_button.cpp" line="33"/>
        <source>%1 to review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::RejectionsModel</name>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="19"/>
        <source>and %1 more rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="54"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="56"/>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="58"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::Session</name>
    <message>
        <location filename="../ui/bridge/session.cpp" line="27"/>
        <source>me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/session.cpp" line="167"/>
        <source>The battles could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/session_votes.cpp" line="121"/>
        <source>Nothing can be changed here. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/bridge/session_votes.cpp" line="137"/>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::SettingsDialog</name>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="24"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="28"/>
        <location filename="../ui/shell/settings_dialog.cpp" line="71"/>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="38"/>
        <location filename="../ui/shell/settings_dialog.cpp" line="74"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="39"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="40"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="41"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="48"/>
        <location filename="../ui/shell/settings_dialog.cpp" line="75"/>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="51"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="57"/>
        <source>Open the next battle after a vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="72"/>
        <source>Stored with each of your votes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/settings_dialog.cpp" line="76"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ShownText</name>
    <message>
        <location filename="../ui/text/shown_text.cpp" line="61"/>
        <source>Only the beginning is shown; an export has all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::StartPage</name>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="76"/>
        <source>Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="84"/>
        <source>Simulated arenas for language models: which is better, how sure are we, why, and which data would make mine better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="97"/>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="98"/>
        <source>One file; keys are kept outside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="99"/>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="100"/>
        <source>A file ending in .agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="109"/>
        <source>Files are read, never changed. Importing again adds nothing twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="118"/>
        <source>The demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="119"/>
        <source>A whole flywheel with simulated fighters of known strength. Nothing is called, nothing is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="122"/>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="129"/>
        <source>Making the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="155"/>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="160"/>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="169"/>
        <source>Look into a judged battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="170"/>
        <source>Why the judge chose, and where it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="172"/>
        <source>Review blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="173"/>
        <source>Vote without names, then see where the judge stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="175"/>
        <source>Rate recorded answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="176"/>
        <source>From AlpacaEval files to a leaderboard with intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="178"/>
        <source>Follow a flywheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="179"/>
        <source>How three iterations of training moved the ratings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::StatusLine</name>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="48"/>
        <source>Progress of this sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="50"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="56"/>
        <source>Show the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="121"/>
        <source>%1, %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="133"/>
        <source>%1 battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="135"/>
        <source>%1, %2 invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="143"/>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="145"/>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="147"/>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::WindowCorner</name>
    <message>
        <location filename="../ui/shell/window_corner.cpp" line="26"/>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/window_corner.cpp" line="45"/>
        <source>Workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::WorkspaceCommands</name>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="68"/>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="68"/>
        <source>Agon workspaces (*.agon)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="82"/>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="83"/>
        <source>Agon workspaces (*.agon);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="109"/>
        <source>Make the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="126"/>
        <source>The demo could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
