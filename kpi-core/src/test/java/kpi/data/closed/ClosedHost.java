package kpi.data.closed;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A record whose package is closed to this library: the classes of this package once more, in a module that opens nothing. */
@SuppressWarnings("UnicodeInCode") // hosts name records in their own language
public final class ClosedHost implements Supplier<Record> {
    private static final String MODULE = "closed.host";

    record Row(String 名稱) {}

    @Override
    public Record get() {
        return new Row("財政局");
    }

    /** Made inside the closed module, where nobody outside can call its accessors. */
    public static Record row() {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration closed = boot.configuration().resolve(new Finder(), ModuleFinder.of(), Set.of(MODULE));
        ModuleLayer layer = boot.defineModulesWithOneLoader(closed, ClassLoader.getPlatformClassLoader());
        ClosedHost.class.getModule().addUses(Supplier.class);
        Supplier<?> host = ServiceLoader.load(layer, Supplier.class).stream()
                .filter(provider -> MODULE.equals(provider.type().getModule().getName()))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow();
        return (Record) host.get();
    }

    private static final class Finder implements ModuleFinder {
        private final ModuleReference reference = new Reference();

        @Override
        public Optional<ModuleReference> find(String name) {
            return name.equals(MODULE) ? Optional.of(reference) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(reference);
        }
    }

    private static final class Reference extends ModuleReference {
        Reference() {
            super(
                    ModuleDescriptor.newModule(MODULE)
                            .packages(Set.of(ClosedHost.class.getPackageName()))
                            .provides(Supplier.class.getName(), List.of(ClosedHost.class.getName()))
                            .build(),
                    URI.create("test:" + MODULE));
        }

        @Override
        public ModuleReader open() {
            return new Reader();
        }
    }

    private static final class Reader implements ModuleReader {
        @Override
        public Optional<URI> find(String name) {
            return Optional.of(URI.create("test:" + name));
        }

        @Override
        public Optional<InputStream> open(String name) throws IOException {
            String simple = name.substring(name.lastIndexOf('/') + 1);
            return Optional.ofNullable(ClosedHost.class.getResourceAsStream(simple));
        }

        @Override
        public Stream<String> list() {
            return Stream.empty();
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
