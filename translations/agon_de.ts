<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
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
    <name>BattleRows</name>
    <message>
        <location filename="../ui/battles/battle_rows.cpp" line="91"/>
        <source>%1 against %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BattleWords</name>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="71"/>
        <source>This answer was judged elsewhere, and the imported file does not contain it. Import the model&apos;s answers to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="74"/>
        <source>This battle came as a row without texts: who fought and who won, nothing else is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="77"/>
        <source>The model answered nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="91"/>
        <source>turn %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="92"/>
        <source>1 turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="94"/>
        <source>1 character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="95"/>
        <source>%1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="104"/>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="105"/>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="118"/>
        <source>suspicious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="119"/>
        <source>The answer contains what looks like a judge&apos;s verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="120"/>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="120"/>
        <source>The model refused to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="121"/>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="121"/>
        <source>The token limit ended the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="122"/>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="122"/>
        <source>Nothing but white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="123"/>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="124"/>
        <source>Bytes that are no characters were replaced by �</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="137"/>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="165"/>
        <source>A better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="167"/>
        <source>B better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="169"/>
        <source>Tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="171"/>
        <source>Both bad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <location filename="../app/agon/main.cpp" line="47"/>
        <source>%1 battles, %2 models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facet</name>
    <message>
        <location filename="../ui/battles/facet.cpp" line="31"/>
        <source>Unreviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="33"/>
        <source>Flip-inconsistent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="35"/>
        <source>Judges disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="37"/>
        <source>Small gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="39"/>
        <source>Against human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="41"/>
        <source>Flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="45"/>
        <source>Invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="51"/>
        <source>No person has voted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="53"/>
        <source>A judge&apos;s two games name different winners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="55"/>
        <source>Two judges name different winners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="57"/>
        <source>The scores differ by 1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="59"/>
        <source>People say otherwise than the judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="61"/>
        <source>Flagged for a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/facet.cpp" line="65"/>
        <source>A judge&apos;s call failed or its reply is unreadable</source>
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
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="34"/>
        <source>%1 %2</source>
        <comment>count, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="82"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="84"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="86"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="88"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="90"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="102"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="113"/>
        <source>%1 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="129"/>
        <source>took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="130"/>
        <source>%1, %2</source>
        <comment>what was done, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="133"/>
        <source>Cancelled at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="151"/>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="162"/>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="167"/>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="168"/>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="178"/>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_words.cpp" line="184"/>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JuryRationale</name>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="28"/>
        <source>By majority: %1 of %2 judges prefer A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="30"/>
        <source>By majority: %1 of %2 judges prefer B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="32"/>
        <source>Every judge calls both answers bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="38"/>
        <source>By majority: %1 of %2 judges see a tie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="39"/>
        <source>By majority: no verdict has more votes than the others, so it is a tie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="69"/>
        <source>No judge gave a readable verdict, so there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="72"/>
        <source>By mean: A gets %1 of the point, %2 judges taken together; more than ½ wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="79"/>
        <source>One judge without a readable verdict is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/jury_rationale.cpp" line="81"/>
        <source>%1 judges without a readable verdict are left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="35"/>
        <source>A model needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="37"/>
        <source>At most %1 bytes; this has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="40"/>
        <source>A name cannot hold line breaks or characters that nobody sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="43"/>
        <source>Another model has this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="52"/>
        <source>“%1” is not an address; it begins with https:// or http://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="56"/>
        <source>An address cannot hold a name or password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="58"/>
        <source>A key is sent over https, or to this machine only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="66"/>
        <source>This looks like the key itself. Put it into a variable of your environment, such as AGON_API_KEY, and give that name here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="68"/>
        <source>The name of a variable has letters, digits and _ only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="77"/>
        <source>This model descends from it, or it is not here any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="83"/>
        <source>Give a number, such as 1200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_draft.cpp" line="84"/>
        <source>Give a number of dollars, such as 0.59</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/models/model_words.cpp" line="24"/>
        <source>%n lineages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="27"/>
        <source>no checkpoints yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="28"/>
        <source>%1 and its checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="33"/>
        <source>they judge and do not fight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/models/model_words.cpp" line="35"/>
        <source>%n may also fight</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="38"/>
        <source>may also fight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="40"/>
        <source>both may also fight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="42"/>
        <source>all may also fight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="51"/>
        <source>endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="53"/>
        <source>recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="55"/>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="57"/>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="65"/>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="67"/>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="69"/>
        <source>Local server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="71"/>
        <location filename="../ui/models/model_words.cpp" line="144"/>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="93"/>
        <location filename="../ui/models/model_words.cpp" line="140"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="95"/>
        <source>Rival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="97"/>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="99"/>
        <source>Held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="101"/>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="109"/>
        <source>judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="111"/>
        <source>held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="113"/>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="115"/>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="117"/>
        <source>rival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="132"/>
        <source>reward model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="142"/>
        <source>Judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="146"/>
        <source>Rivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="170"/>
        <source>demo fighters with known strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="171"/>
        <source>demo fighters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="174"/>
        <source>all from recorded answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/models/model_words.cpp" line="175"/>
        <source>%n from recorded answers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/models/model_words.cpp" line="208"/>
        <source>%1 of iteration %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelBar</name>
    <message>
        <location filename="../ui/shell/panel_bar.cpp" line="27"/>
        <source>%1 running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/panel_bar.cpp" line="94"/>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/panel_bar.cpp" line="100"/>
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
    <name>QueueOrder</name>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="53"/>
        <source>Expected information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="55"/>
        <source>Largest gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="55"/>
        <source>Smallest gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="57"/>
        <source>Longest answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="57"/>
        <source>Shortest answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="59"/>
        <source>Longest answer A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="59"/>
        <source>Shortest answer A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="61"/>
        <source>Longest answer B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="61"/>
        <source>Shortest answer B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="63"/>
        <source>Earliest vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="63"/>
        <source>Latest vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="65"/>
        <source>Flips last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="65"/>
        <source>Flips first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="67"/>
        <source>Random, seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="69"/>
        <source>%1, backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="76"/>
        <source>by expected information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="78"/>
        <source>largest gap first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="78"/>
        <source>smallest gap first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="80"/>
        <source>longest answers first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="81"/>
        <source>shortest answers first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="83"/>
        <source>longest answer A first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="84"/>
        <source>shortest answer A first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="86"/>
        <source>longest answer B first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="87"/>
        <source>shortest answer B first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="89"/>
        <source>earliest vote first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="89"/>
        <source>latest vote first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="91"/>
        <source>flips last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="91"/>
        <source>flips first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="93"/>
        <source>in random order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="97"/>
        <source>by %1, backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_order.cpp" line="98"/>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rationale</name>
    <message>
        <location filename="../ui/battles/judge_rationale.cpp" line="69"/>
        <source>Each game prefers the answer it read first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/judge_rationale.cpp" line="71"/>
        <source>Each game prefers the answer it read last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/judge_rationale.cpp" line="72"/>
        <source>The games name different winners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/judge_rationale.cpp" line="88"/>
        <source>This judge read B first: what it calls A, 1, m or first is answer B here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/judge_rationale.cpp" line="94"/>
        <source>%1 + %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/judge_rationale.cpp" line="97"/>
        <source>%1 tokens</source>
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
    <name>TextWindow</name>
    <message>
        <location filename="../ui/battles/text_window.cpp" line="43"/>
        <source>Copy</source>
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
    <name>Words</name>
    <message>
        <location filename="../ui/battles/battle_words.cpp" line="29"/>
        <source>Turn %1</source>
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
        <location filename="../app/agon/command_line.cpp" line="56"/>
        <source>one workspace can be open at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="64"/>
        <source>--layout is review, analyse or operate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/command_line.cpp" line="68"/>
        <source>--theme is system, light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/panels.cpp" line="33"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/panels.cpp" line="56"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/panels.cpp" line="68"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/agon/panels.cpp" line="94"/>
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
        <location filename="../ui/ratings/chart_rows.cpp" line="146"/>
        <source>Battles that the ratings rest on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="149"/>
        <source>Invalid, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="153"/>
        <source>Failed or unreadable verdicts; they are never ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="156"/>
        <source>Position flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="162"/>
        <source>Battles whose two games name different winners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="166"/>
        <source>First read wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="173"/>
        <source>Decisive games won by the answer that was read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="176"/>
        <source>Longer wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="182"/>
        <source>Decisive battles won by the answer that is more than a tenth longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="188"/>
        <source>κ %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="189"/>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="190"/>
        <source>Judge with human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/chart_rows.cpp" line="191"/>
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
        <location filename="../ui/shell/import_report_dialog.cpp" line="33"/>
        <source>What the import left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="41"/>
        <source>All other rows have arrived. Mend these and import the file again: nothing is added twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="47"/>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_report_dialog.cpp" line="60"/>
        <source>Copy all</source>
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
        <location filename="../ui/shell/menus.cpp" line="56"/>
        <source>&amp;Battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="62"/>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/menus.cpp" line="67"/>
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
        <location filename="../ui/shell/action_registry.cpp" line="77"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::AnswerView</name>
    <message>
        <location filename="../ui/battles/answer_view.cpp" line="69"/>
        <source>Answer A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/answer_view.cpp" line="69"/>
        <source>Answer B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/answer_view.cpp" line="139"/>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/answer_view.cpp" line="140"/>
        <source>The answer links to this address. Open it in the browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/answer_view.cpp" line="145"/>
        <source>Open</source>
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
    <name>agon::ui::BattleListModel</name>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="23"/>
        <source>1 reply unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="24"/>
        <source>%1 replies unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="47"/>
        <source>against itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="51"/>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="53"/>
        <source>gap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="55"/>
        <source>judges disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_list_model.cpp" line="138"/>
        <source>%1. %2. %3</source>
        <comment>instruction, facts, verdict</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::BattleTableModel</name>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="47"/>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="49"/>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="51"/>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="53"/>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="55"/>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="57"/>
        <source>Model A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="59"/>
        <source>Model B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="61"/>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="63"/>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="65"/>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="67"/>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="69"/>
        <source>Length A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="71"/>
        <source>Length B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="73"/>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_columns.cpp" line="75"/>
        <source>Reviewed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_table_model.cpp" line="78"/>
        <source>%1: %2</source>
        <comment>column, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_table_model.cpp" line="152"/>
        <source>The judge&apos;s two games name different winners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_table_model.cpp" line="157"/>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_table_model.cpp" line="171"/>
        <source>%1 : %2</source>
        <comment>points of A and B</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::BattleTableView</name>
    <message>
        <location filename="../ui/battles/battle_table_view.cpp" line="53"/>
        <source>Table of battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_table_view.cpp" line="98"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_table_view.cpp" line="178"/>
        <source>Reset the columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::BattleViewer</name>
    <message>
        <location filename="../ui/battles/battle_viewer.cpp" line="90"/>
        <source>This battle cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_viewer.cpp" line="128"/>
        <source>A model against itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battle_viewer.cpp" line="129"/>
        <source>It is kept and can be looked into, but not rated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::BattlesPanel</name>
    <message>
        <location filename="../ui/battles/battle_panels.cpp" line="27"/>
        <source>Battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="117"/>
        <source>No battles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="118"/>
        <source>A battle is one instruction and two answers. Import answers and judgments, or drop their files into the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="120"/>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="231"/>
        <source>%1 of %2 in this sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="236"/>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="237"/>
        <source>about %1 h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="238"/>
        <source>%1 s a battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="240"/>
        <source>you agree with the judge on %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/battles_panel.cpp" line="243"/>
        <source>%1 to review</source>
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
        <location filename="../ui/shell/dock_layouts.cpp" line="49"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/dock_layouts.cpp" line="51"/>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/dock_layouts.cpp" line="55"/>
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
        <location filename="../ui/widgets/empty_state.cpp" line="44"/>
        <source>%1, done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ErrorCausesModel</name>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="18"/>
        <source>rows left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="20"/>
        <source>file left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="24"/>
        <source>kept, invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="62"/>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="67"/>
        <source>Further rows; only the first %1 of a file are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="74"/>
        <source>The judgment in the row failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="106"/>
        <source>%1 First in %2. Enter or a double click opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="137"/>
        <source>Errors, by cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="139"/>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/error_causes.cpp" line="141"/>
        <source>What became of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ExplanationView</name>
    <message>
        <location filename="../ui/battles/explanation_view.cpp" line="44"/>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/explanation_view.cpp" line="84"/>
        <source>Show it in the answer</source>
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
    <name>agon::ui::FilterBar</name>
    <message>
        <location filename="../ui/battles/filter_bar.cpp" line="31"/>
        <location filename="../ui/battles/filter_bar.cpp" line="79"/>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/filter_bar.cpp" line="109"/>
        <source>%1. With Shift: beside the other queues</source>
        <comment>queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/filter_bar.cpp" line="124"/>
        <source>Not a filter, position %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/filter_bar.cpp" line="125"/>
        <source>The search failed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/filter_bar.cpp" line="142"/>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::FilterField</name>
    <message>
        <location filename="../ui/battles/filter_field.cpp" line="31"/>
        <source>Add a filter or search the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/filter_field.cpp" line="32"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/filter_field.cpp" line="34"/>
        <source>Fields such as model:, set:, category:, verdict:, flip:yes, gap&lt;=1, reviewed:no; other words search the texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::GameCard</name>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="24"/>
        <source>Game %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="25"/>
        <source>Superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="35"/>
        <source>Not in the imported file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="53"/>
        <source>Invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="70"/>
        <source>The judge gave no reasons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="71"/>
        <source>The judge gave no reasons; see its raw reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="88"/>
        <source>A first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="88"/>
        <source>B first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="94"/>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="94"/>
        <source>%1, prompt of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="96"/>
        <source>Raw reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/game_card.cpp" line="96"/>
        <source>%1, raw reply of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::GamesTable</name>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="44"/>
        <source>Game %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="57"/>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="57"/>
        <location filename="../ui/battles/games_table.cpp" line="73"/>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="86"/>
        <source>gap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="98"/>
        <source>%1, %2: A %3, B %4, %5</source>
        <comment>game, order, scores, verdict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="101"/>
        <source>B read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="102"/>
        <source>A read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="104"/>
        <source>Judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="104"/>
        <source>Games</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="124"/>
        <source>Judge, mean scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="127"/>
        <source>Order read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/games_table.cpp" line="129"/>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::GroupHeader</name>
    <message>
        <location filename="../ui/battles/group_header.cpp" line="36"/>
        <source>%1, %2 battles</source>
        <comment>group</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/group_header.cpp" line="37"/>
        <source>folded</source>
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
        <location filename="../ui/charts/heat_map.cpp" line="332"/>
        <source>%1. %2: no battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="335"/>
        <source>1 opponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="335"/>
        <source>%1 opponents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="336"/>
        <source>%1. %2: wins %3 % on average over %4</source>
        <comment>rank, model, share, opponents</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="339"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="359"/>
        <source>%1 against %2: no battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="361"/>
        <source>%1 against %2: %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/heat_map.cpp" line="364"/>
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
        <location filename="../ui/shell/import_command.cpp" line="133"/>
        <source>Index texts for search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ImportDialog</name>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="62"/>
        <location filename="../ui/shell/import_dialog.cpp" line="67"/>
        <location filename="../ui/shell/import_dialog.cpp" line="254"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="101"/>
        <location filename="../ui/shell/import_dialog.cpp" line="121"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="101"/>
        <source>read, never changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="103"/>
        <location filename="../ui/shell/import_dialog.cpp" line="110"/>
        <source>Add files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="104"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="135"/>
        <location filename="../ui/shell/import_dialog.cpp" line="138"/>
        <source>First records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="158"/>
        <location filename="../ui/shell/import_dialog.cpp" line="169"/>
        <source>Instruction set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="159"/>
        <location filename="../ui/shell/import_dialog.cpp" line="170"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="160"/>
        <location filename="../ui/shell/import_dialog.cpp" line="171"/>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="161"/>
        <location filename="../ui/shell/import_dialog.cpp" line="172"/>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="241"/>
        <source>as the file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_dialog.cpp" line="255"/>
        <source>Import %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ImportFilesModel</name>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="92"/>
        <source>Say below which columns hold: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="97"/>
        <source>%1 of the first %2 records cannot be read; they will be reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="132"/>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="134"/>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="136"/>
        <source>A table; name its columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="138"/>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="155"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="157"/>
        <source>Recognised as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/import_files_model.cpp" line="159"/>
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
    <message>
        <location filename="../ui/shell/import_reports.cpp" line="36"/>
        <source>files not read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::InstructionSection</name>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="123"/>
        <source>Copy the instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="131"/>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="193"/>
        <source>This battle came as a row without texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="196"/>
        <source>Hide the earlier turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="197"/>
        <source>Show the earlier turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="198"/>
        <source>Show the %1 earlier turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="209"/>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="209"/>
        <source>… Show all %1 lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::InstructionText</name>
    <message>
        <location filename="../ui/battles/instruction_section.cpp" line="61"/>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
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
        <location filename="../ui/charts/interval_plot.cpp" line="354"/>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="365"/>
        <source>95 %, by instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/interval_plot.cpp" line="367"/>
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
    <name>agon::ui::JobDetail</name>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="37"/>
        <source>See lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="38"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="41"/>
        <location filename="../ui/shell/job_detail.cpp" line="63"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="41"/>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="55"/>
        <source>Copy the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="81"/>
        <source>Errors, by cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/job_detail.cpp" line="116"/>
        <source>started %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::JobProgress</name>
    <message>
        <location filename="../ui/shell/job_progress.cpp" line="37"/>
        <source>%1: %2, %3</source>
        <comment>step, count, pace</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::JobsModel</name>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="117"/>
        <source>%1, %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_model.cpp" line="119"/>
        <source>done, with rejects</source>
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
        <location filename="../ui/shell/jobs_panel.cpp" line="43"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="46"/>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="47"/>
        <source>Imports and everything else that takes a while is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="108"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="109"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="110"/>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="111"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="112"/>
        <source>With rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/jobs_panel.cpp" line="113"/>
        <source>Failed</source>
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
        <location filename="../ui/ratings/leaderboard_model.cpp" line="165"/>
        <source>No chain of battles leads to the others, so it cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="167"/>
        <source>95 % interval %1 to %2, median %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="172"/>
        <source>%1 won, %2 tied, %3 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="175"/>
        <source>Since this workspace was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="205"/>
        <source>%1, pinned as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="234"/>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="236"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="238"/>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="240"/>
        <source>95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="242"/>
        <source>Battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="244"/>
        <source>Won, tied, lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="246"/>
        <source>Flips, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="248"/>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_model.cpp" line="250"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::LeaderboardView</name>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="139"/>
        <source>Leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="256"/>
        <source>Open its battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="258"/>
        <source>Show in Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="261"/>
        <source>Pin as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/leaderboard_view.cpp" line="263"/>
        <source>Pin as B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::Leaving</name>
    <message>
        <location filename="../ui/shell/leaving.cpp" line="17"/>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/leaving.cpp" line="47"/>
        <source>Save the changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/leaving.cpp" line="48"/>
        <source>The changes to %1 are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/leaving.cpp" line="49"/>
        <source>These changes are not saved: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/leaving.cpp" line="53"/>
        <source>What is discarded cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::Legend</name>
    <message>
        <location filename="../ui/charts/legend.cpp" line="107"/>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/charts/legend.cpp" line="115"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MainWindow</name>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="79"/>
        <location filename="../ui/shell/main_window.cpp" line="261"/>
        <source>Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="92"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="158"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="160"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="237"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="244"/>
        <source>%1 — Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="252"/>
        <source>Read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="288"/>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="288"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="289"/>
        <source>Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="289"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="304"/>
        <source>Jobs shows what was left out and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="330"/>
        <source>Stopping what runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/main_window.cpp" line="331"/>
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
        <location filename="../ui/text/markdown_browser.cpp" line="197"/>
        <source>Copy this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="212"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="217"/>
        <source>Copy &amp;link address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="225"/>
        <source>Copy code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/text/markdown_browser.cpp" line="229"/>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::MarkdownDocument</name>
    <message>
        <location filename="../ui/text/markdown_document.cpp" line="46"/>
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
    <name>agon::ui::ModelEditor</name>
    <message>
        <location filename="../ui/models/model_editor.cpp" line="295"/>
        <location filename="../ui/models/model_editor.cpp" line="320"/>
        <location filename="../ui/models/model_editor.cpp" line="364"/>
        <source>Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_editor.cpp" line="380"/>
        <source>Not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_editor.cpp" line="386"/>
        <location filename="../ui/models/model_editor.cpp" line="391"/>
        <location filename="../ui/models/model_editor.cpp" line="407"/>
        <source>It stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_editor.cpp" line="387"/>
        <source>It has %1 responses and %2 battles, and what was observed is never deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_editor.cpp" line="391"/>
        <source>Other models were trained from it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ModelForm</name>
    <message>
        <location filename="../ui/models/model_form.cpp" line="118"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="123"/>
        <location filename="../ui/models/model_form.cpp" line="129"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="139"/>
        <location filename="../ui/models/model_form.cpp" line="141"/>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="142"/>
        <source>One a line; several are replicas of the same model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="149"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="150"/>
        <source>the name that the server knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="151"/>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="153"/>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="154"/>
        <source>The name of an environment variable that holds it. The key itself is never kept in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="165"/>
        <source>Role: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="173"/>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="177"/>
        <location filename="../ui/models/model_form.cpp" line="181"/>
        <source>Trained from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="185"/>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="186"/>
        <source>Tells whether a judge prefers its own family, such as llama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="194"/>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="195"/>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="196"/>
        <source>Dollars per million tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="197"/>
        <source>Dollars per million tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="201"/>
        <source>Price, $ per million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="208"/>
        <source>Elo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="209"/>
        <source>True strength, Elo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="212"/>
        <source>True strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="213"/>
        <source>What the simulator was told; ratings are measured against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="217"/>
        <location filename="../ui/models/model_form.cpp" line="218"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_form.cpp" line="283"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ModelPanel</name>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="72"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="73"/>
        <location filename="../ui/models/model_panel.cpp" line="247"/>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="74"/>
        <location filename="../ui/models/model_panel.cpp" line="250"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="82"/>
        <source>Fields of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="129"/>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="129"/>
        <source>the new model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="168"/>
        <source>No model chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="169"/>
        <source>Choose one in the list to see what is known about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="170"/>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="180"/>
        <source>Remove “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="181"/>
        <source>It has no answers and no battles. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="182"/>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="189"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="214"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="228"/>
        <source>Read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="239"/>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="241"/>
        <source>1 change not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="242"/>
        <source>%1 changes not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="247"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="250"/>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="268"/>
        <source>Elo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="270"/>
        <source>Responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="271"/>
        <source>Battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="277"/>
        <source>Opens its battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="280"/>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_panel.cpp" line="282"/>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ModelRegistry</name>
    <message>
        <location filename="../ui/models/model_registry.cpp" line="58"/>
        <source>The models could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ModelTreeModel</name>
    <message>
        <location filename="../ui/models/model_tree_delegate.cpp" line="130"/>
        <source>%1 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="264"/>
        <source>Dollars per million tokens, in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="269"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="271"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="273"/>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="275"/>
        <source>Elo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="277"/>
        <source>Responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="279"/>
        <source>Battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="281"/>
        <source>$ in, out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="302"/>
        <source>%1, %2 models, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="327"/>
        <source>Opens its battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="418"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="424"/>
        <source>trained from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/model_tree_model.cpp" line="427"/>
        <source>has changes that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ModelTreeView</name>
    <message>
        <location filename="../ui/models/model_tree_view.cpp" line="68"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ModelsPanel</name>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="54"/>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="55"/>
        <source>From recorded answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="67"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="88"/>
        <source>Not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="120"/>
        <location filename="../ui/models/models_panel.cpp" line="121"/>
        <source>Filter models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="163"/>
        <source>No models yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="164"/>
        <source>Models come with the answers that they gave. One that is to be asked, or to judge, is added by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="166"/>
        <source>Import recorded answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="167"/>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="176"/>
        <source>No model matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="177"/>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="223"/>
        <source>None of the %1 models has “%2” in its name, kind, roles, family or provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="241"/>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="242"/>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="244"/>
        <source>%1 in the target&apos;s lineage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="246"/>
        <source>1 judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="246"/>
        <source>%1 judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="247"/>
        <source>keys are never kept in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="282"/>
        <source>Open its battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="286"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="286"/>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/models/models_panel.cpp" line="290"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::NoHits</name>
    <message>
        <location filename="../ui/battles/no_hits.cpp" line="32"/>
        <source>No battle matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/no_hits.cpp" line="36"/>
        <source>%1 match %2 alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/no_hits.cpp" line="48"/>
        <source>Drop %1 (%2 left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/no_hits.cpp" line="53"/>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::OverrideHistory</name>
    <message>
        <location filename="../ui/battles/override_history.cpp" line="103"/>
        <source>blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/override_history.cpp" line="145"/>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/override_history.cpp" line="147"/>
        <source>cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/override_history.cpp" line="148"/>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::PairDifference</name>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="36"/>
        <source>%1 minus %2: %3, %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="37"/>
        <source>%1 and %2 cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="60"/>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="65"/>
        <source>not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="66"/>
        <source>separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/pair_difference.cpp" line="67"/>
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
        <location filename="../ui/ratings/policy_bar.cpp" line="157"/>
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
        <location filename="../ui/ratings/policy_bar.cpp" line="69"/>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="69"/>
        <source>What is drawn again and again to see how sure ratings are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="71"/>
        <source>bootstrap 100, by instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="71"/>
        <source>bootstrap 100, by battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="71"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="73"/>
        <source>Anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="73"/>
        <source>The model whose rating is set; the others are relative to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="110"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="119"/>
        <source>all, by majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="128"/>
        <source>mean = 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="134"/>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/policy_bar.cpp" line="158"/>
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
    <name>agon::ui::QueueView</name>
    <message>
        <location filename="../ui/battles/queue_view.cpp" line="21"/>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_view.cpp" line="22"/>
        <source>Reviewed in this sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_view.cpp" line="23"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_view.cpp" line="24"/>
        <source>Next battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/queue_view.cpp" line="30"/>
        <source>in this sitting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::RatingsPanel</name>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="97"/>
        <location filename="../ui/ratings/ratings_panel.cpp" line="106"/>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="99"/>
        <location filename="../ui/ratings/ratings_panel.cpp" line="113"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="101"/>
        <location filename="../ui/ratings/ratings_panel.cpp" line="131"/>
        <source>Win rate, row against column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="103"/>
        <source>Leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="114"/>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="116"/>
        <source>Whose progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="124"/>
        <source>No checkpoints yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="125"/>
        <source>Progress is drawn over models that have an iteration and a stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="131"/>
        <source>%, ties left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="163"/>
        <source>Export this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="164"/>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="168"/>
        <source>Exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="172"/>
        <source>The chart was not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="250"/>
        <source>Reading the battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="251"/>
        <source>Nothing to rate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="252"/>
        <source>These battles cannot be rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="254"/>
        <source>Ratings come from battles with a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="257"/>
        <source>Import battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="303"/>
        <source>Press A or B on a row to pin two models and compare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="312"/>
        <source>Rating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="313"/>
        <source>Rated in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="316"/>
        <source>%1 of %2 pairs separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/ratings/ratings_panel.cpp" line="319"/>
        <source>Every number opens the battles behind it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::RationalePanel</name>
    <message>
        <location filename="../ui/battles/battle_panels.cpp" line="35"/>
        <location filename="../ui/battles/rationale_panel.cpp" line="95"/>
        <source>Rationale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="47"/>
        <source>A counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="48"/>
        <source>B counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="49"/>
        <source>A tie counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="50"/>
        <source>Both bad counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="55"/>
        <source>%1 since %2</source>
        <comment>verdict, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="87"/>
        <source>Judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="182"/>
        <source>Reading the battle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="183"/>
        <source>No battle is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="186"/>
        <source>What the judges say of the open battle stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="212"/>
        <source>Jury of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="233"/>
        <source>Jury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="291"/>
        <source>No judge has judged this battle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="322"/>
        <source>Position flip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="345"/>
        <source>Overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="356"/>
        <source>Nobody has voted or commented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rationale_panel.cpp" line="362"/>
        <source>Add a comment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ReasonField</name>
    <message>
        <location filename="../ui/battles/reason_field.cpp" line="23"/>
        <location filename="../ui/battles/reason_field.cpp" line="29"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/reason_field.cpp" line="28"/>
        <source>if you want one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/reason_field.cpp" line="30"/>
        <source>Kept with your vote. Enter saves it, Esc leaves</source>
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
        <location filename="../ui/shell/rejections_model.cpp" line="25"/>
        <source>and %1 more rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="60"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="62"/>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/rejections_model.cpp" line="64"/>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ReratingBar</name>
    <message>
        <location filename="../ui/battles/rerating_bar.cpp" line="47"/>
        <source>%1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rerating_bar.cpp" line="54"/>
        <source>What the last vote did to the ratings. %1; %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rerating_bar.cpp" line="60"/>
        <source>Re-rated %1. %2; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/rerating_bar.cpp" line="110"/>
        <source>Re-rated %1</source>
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
        <location filename="../ui/bridge/session.cpp" line="172"/>
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
    <message>
        <location filename="../ui/text/shown_text.cpp" line="65"/>
        <source>1 invisible character made visible.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::StartPage</name>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="77"/>
        <source>Agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="85"/>
        <source>Simulated arenas for language models: which is better, how sure are we, why, and which data would make mine better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="98"/>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="99"/>
        <source>One file; keys are kept outside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="100"/>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="101"/>
        <source>A file ending in .agon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="110"/>
        <source>Files are read, never changed. Importing again adds nothing twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="119"/>
        <source>The demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="120"/>
        <source>A whole flywheel with simulated fighters of known strength. Nothing is called, nothing is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="123"/>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="130"/>
        <source>Making the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="156"/>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="161"/>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="170"/>
        <source>Look into a judged battle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="171"/>
        <source>Why the judge chose, and where it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="173"/>
        <source>Rate recorded answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="174"/>
        <source>From AlpacaEval files to a leaderboard with intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="176"/>
        <source>Follow a flywheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/start_page.cpp" line="177"/>
        <source>How three iterations of training moved the ratings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::StatusLine</name>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="50"/>
        <source>Progress of this sitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="52"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="58"/>
        <source>Show the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="106"/>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="108"/>
        <source>everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="135"/>
        <source>Agon %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="151"/>
        <source>%1, %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="164"/>
        <source>%1 battles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="166"/>
        <source>%1, %2 invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="174"/>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="176"/>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/status_line.cpp" line="178"/>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::TokenButton</name>
    <message>
        <location filename="../ui/battles/token_button.cpp" line="27"/>
        <source>Remove the filter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::VerdictBar</name>
    <message>
        <location filename="../ui/battles/verdict_bar.cpp" line="49"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/verdict_bar.cpp" line="99"/>
        <source>judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/verdict_bar.cpp" line="99"/>
        <source>judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/verdict_bar.cpp" line="110"/>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/verdict_bar.cpp" line="113"/>
        <source>you, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/verdict_bar.cpp" line="113"/>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::VerdictButton</name>
    <message>
        <location filename="../ui/battles/verdict_button.cpp" line="58"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>agon::ui::ViewerBar</name>
    <message>
        <location filename="../ui/battles/viewer_bar.cpp" line="46"/>
        <source>Next after vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/viewer_bar.cpp" line="66"/>
        <source>Opens the next battle after a vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/viewer_bar.cpp" line="101"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/battles/viewer_bar.cpp" line="103"/>
        <source>not in this queue</source>
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
        <location filename="../ui/shell/workspace_commands.cpp" line="61"/>
        <source>%1 was not made: %2.</source>
        <comment>file name, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="62"/>
        <source>%1 was not opened: %2.</source>
        <comment>file name, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="74"/>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="74"/>
        <source>Agon workspaces (*.agon)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="88"/>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="89"/>
        <source>Agon workspaces (*.agon);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="122"/>
        <source>Make the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/shell/workspace_commands.cpp" line="139"/>
        <source>The demo could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
