package dev.renum.config.source;

import dev.renum.config.source.FileContent.Place;
import dev.renum.config.source.FileContent.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * Reads YAML 1.2 with the places of keys and values. With {@link YamlFault} the only class that names the YAML engine.
 *
 * <p>Mappings join their keys by {@code .}, sequences add {@code [0]}, an empty value is the empty text. {@code <<} merges a mapping into another, as in
 * YAML 1.1 and in most files of today.
 */
final class YamlParser implements FileParser {
    private static final Set<Tag> SCALARS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
    private static final Set<Tag> COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ);

    /** More values than any configuration has; a bomb of aliases ends here. */
    private static final int MAX_VALUES = 100_000;

    private final LoadSettings settings = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(MAX_VALUES)
            .setSchema(new TextSchema())
            .setCodePointLimit(8 << 20)
            .build();

    @Override
    public void parse(String text, FileContent content) {
        try {
            StreamReader reader = new StreamReader(settings, text);
            Optional<Node> root = new Composer(settings, new ParserImpl(settings, reader)).getSingleNode();
            root.ifPresent(node -> new Walk(text, content).document(node));
        } catch (MarkedYamlEngineException e) {
            report(YamlFault.of(e, text), content);
        } catch (ReaderException e) {
            report(YamlFault.unprintable(text, indexOfUnprintable(text)), content);
        } catch (YamlEngineException e) {
            content.malformed(new Place(1, 1), "is not valid YAML", "check tags, anchors and aliases");
        } catch (StackOverflowError e) {
            content.malformed(new Place(1, 1), "is nested too deeply to be read", "nest less");
        }
    }

    private static void report(YamlFault fault, FileContent content) {
        content.malformed(fault.place(), fault.message(), fault.cure());
    }

    private static int indexOfUnprintable(String text) {
        int index = 0;
        while (index < text.length() && StreamReader.isPrintable(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    private static Place place(Node node) {
        return node.getStartMark().map(YamlParser::place).orElse(new Place(1, 1));
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Takes every plain scalar for text, but for the nulls of YAML 1.2's core schema: types are the settings' own. */
    private static final class TextSchema implements Schema {
        private static final Set<String> NULLS = Set.of("", "null", "Null", "NULL", "~");

        @Override
        public ScalarResolver getScalarResolver() {
            return (value, implicit) -> implicit && NULLS.contains(value) ? Tag.NULL : Tag.STR;
        }

        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of();
        }
    }

    /** One descent through the nodes of one document. */
    private static final class Walk {
        private final String text;
        private final FileContent content;
        private final Set<Node> ancestors = new HashSet<>();
        private int values;
        private boolean stopped;

        Walk(String text, FileContent content) {
            this.text = text;
            this.content = content;
        }

        void document(Node root) {
            if (root instanceof MappingNode mapping) {
                mapping(mapping, "");
                return;
            }
            if (!Tag.NULL.equals(root.getTag())) {
                content.malformed(place(root), "does not hold keys and values", "write 'key: value' lines");
            }
        }

        private void mapping(MappingNode mapping, String prefix) {
            mapping(mapping, prefix, false, new HashSet<>());
        }

        /** A key of the mapping itself is stronger than one that it merges, and of two merged the first. */
        private void mapping(MappingNode mapping, String prefix, boolean isMerged, Set<String> taken) {
            List<NodeTuple> merges = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    content.malformed(
                            place(tuple.getKeyNode()),
                            "has a key that is a list or a group",
                            "write a text before the ':'");
                } else if (isMerge(key)) {
                    merges.add(tuple);
                } else if (!isMerged || taken.add(key.getValue())) {
                    entry(prefix, key, tuple.getValueNode());
                }
            }
            if (!merges.isEmpty()) {
                mapping.getValue().forEach(tuple -> take(tuple.getKeyNode(), taken));
                merges.forEach(merge -> merge(merge, prefix, taken));
            }
        }

        private static void take(Node key, Set<String> taken) {
            if (key instanceof ScalarNode own && !isMerge(own)) {
                taken.add(own.getValue());
            }
        }

        private void entry(String prefix, ScalarNode key, Node node) {
            String path = prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue();
            value(path, key.getValue() + ": ", place(key), node);
        }

        private static boolean isMerge(ScalarNode key) {
            return key.isPlain() && key.getValue().equals("<<");
        }

        private void merge(NodeTuple merge, String prefix, Set<String> taken) {
            Node node = merge.getValueNode();
            List<Node> merged = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
            for (Node from : merged) {
                merge(from, place(merge.getKeyNode()), prefix, taken);
            }
        }

        private void merge(Node from, Place place, String prefix, Set<String> taken) {
            if (!(from instanceof MappingNode mapping)) {
                content.malformed(place, "merges what is not a group", "merge an alias of a group");
                return;
            }
            values += mapping.getValue().size();
            if (values > MAX_VALUES) {
                stop(place);
            } else if (ancestors.add(mapping)) {
                mapping(mapping, prefix, true, taken);
                ancestors.remove(mapping);
            } else {
                inItself(place);
            }
        }

        private void value(String key, String head, Place keyPlace, Node node) {
            if (++values > MAX_VALUES) {
                stop(keyPlace);
                return;
            }
            if (!content.isReasonable(key, keyPlace)) {
                return;
            }
            if (node instanceof ScalarNode scalar) {
                scalar(key, head, keyPlace, scalar);
                return;
            }
            if (ancestors.add(node)) {
                collection(key, head, keyPlace, node);
                ancestors.remove(node);
                return;
            }
            inItself(keyPlace);
        }

        private void inItself(Place place) {
            content.malformed(place, "has an alias that contains itself", "remove the alias");
        }

        /** Text that begins with {@code !} or {@code &} is syntax to YAML, and would silently become an empty value. */
        private void scalar(String key, String head, Place keyPlace, ScalarNode scalar) {
            boolean isAnchor =
                    scalar.getAnchor().isPresent() && scalar.getValue().isEmpty();
            if (isAnchor || !SCALARS.contains(scalar.getTag())) {
                String cure = "put the value in quotes, or remove what YAML takes for a tag or an anchor";
                content.malformed(
                        key, new Written(keyPlace, keyPlace, head), "has a value that begins with '!' or '&'", cure);
                return;
            }
            boolean isEmpty = Tag.NULL.equals(scalar.getTag());
            content.value(key, isEmpty ? "" : scalar.getValue(), new Written(keyPlace, place(scalar), head));
        }

        private void collection(String key, String head, Place keyPlace, Node node) {
            if (!COLLECTIONS.contains(node.getTag())) {
                String cure = "remove the tag: settings have types of their own";
                content.malformed(
                        key,
                        new Written(keyPlace, keyPlace, head),
                        "has a group or list with a tag, which begins with '!'",
                        cure);
            }
            if (node instanceof MappingNode mapping && hasTextInBraces(mapping)) {
                String cure = "put a text with { } in quotes, or write a value behind each key";
                content.malformed(
                        key, new Written(keyPlace, keyPlace, head), "has in { } what is no 'key: value'", cure);
            } else if (node instanceof MappingNode mapping) {
                content.group(key, keyPlace);
                mapping(mapping, key);
            }
            if (node instanceof SequenceNode sequence) {
                sequence(sequence.getValue(), key, keyPlace);
            }
        }

        /** To the engine {@code {a}} has a key without a value; who wrote it mostly meant the text, which may be a password. */
        private boolean hasTextInBraces(MappingNode mapping) {
            return mapping.getFlowStyle() == FlowStyle.FLOW
                    && mapping.getValue().stream().anyMatch(this::lacksColon);
        }

        private boolean lacksColon(NodeTuple tuple) {
            if (!Tag.NULL.equals(tuple.getValueNode().getTag())) {
                return false;
            }
            int end = tuple.getKeyNode().getEndMark().map(this::offset).orElse(0);
            int start = tuple.getValueNode().getStartMark().map(this::offset).orElse(0);
            return end <= start && !text.substring(end, start).contains(":");
        }

        private int offset(Mark mark) {
            return text.offsetByCodePoints(0, mark.getIndex());
        }

        private void sequence(List<Node> elements, String key, Place keyPlace) {
            if (elements.isEmpty()) {
                content.value(key, "", new Written(keyPlace, keyPlace, ""));
                return;
            }
            content.group(key, keyPlace);
            for (int i = 0; i < elements.size(); i++) {
                value(key + "[" + i + "]", "", place(elements.get(i)), elements.get(i));
            }
        }

        private void stop(Place place) {
            if (!stopped) {
                stopped = true;
                content.malformed(
                        place,
                        "has more than " + MAX_VALUES + " values, counting each use of an alias",
                        "remove nested aliases");
            }
        }
    }
}
