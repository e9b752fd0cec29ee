// Model of GObject: https://docs.gtk.org/gobject/. Declarations only.
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gsize GType;
typedef struct _GTypeClass {
  GType g_type;
} GTypeClass;
typedef struct _GTypeInstance {
  GTypeClass* g_class;
} GTypeInstance;
typedef struct _GTypeInterface {
  GType g_type;
} GTypeInterface;
typedef struct _GValue {
  GType g_type;
} GValue;
typedef struct _GParamSpec {
  const gchar* name;
} GParamSpec;
typedef struct _GObject {
  GTypeInstance g_type_instance;
} GObject;
typedef GObject GInitiallyUnowned;
typedef struct _GObjectClass {
  GTypeClass g_type_class;
  void (*set_property)(GObject* object, guint id, const GValue* value, GParamSpec* spec);
  void (*get_property)(GObject* object, guint id, GValue* value, GParamSpec* spec);
  void (*dispose)(GObject* object);
  void (*finalize)(GObject* object);
  void (*notify)(GObject* object, GParamSpec* spec);
  void (*constructed)(GObject* object);
} GObjectClass;

#define G_TYPE_OBJECT ((GType)80)
#define G_TYPE_STRING ((GType)64)
#define G_TYPE_INT ((GType)24)
#define G_TYPE_UINT ((GType)28)
#define G_TYPE_BOOLEAN ((GType)20)
#define G_TYPE_POINTER ((GType)68)
#define G_TYPE_NONE ((GType)4)
#define G_OBJECT(object) ((GObject*)(object))
#define G_OBJECT_CLASS(type) ((GObjectClass*)(type))
#define G_OBJECT_GET_CLASS(object) ((GObjectClass*)((GTypeInstance*)(object))->g_class)
#define G_PARAM_READABLE 1
#define G_PARAM_WRITABLE 2
#define G_PARAM_READWRITE 3
#define G_PARAM_STATIC_STRINGS 224
#define G_PARAM_CONSTRUCT_ONLY 8
#define G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec)

#define G_DECLARE_FINAL_TYPE(Type, name, MODULE, OBJECT, Parent)     \
  GType name##_get_type(void);                                       \
  typedef struct _##Type Type;                                       \
  typedef struct {                                                   \
    Parent##Class parent_class;                                      \
  } Type##Class;                                                     \
  static inline Type* MODULE##_##OBJECT(gpointer p) { return (Type*)p; } \
  static inline gboolean MODULE##_IS_##OBJECT(gpointer p) { return p != NULL; }
#define G_DECLARE_DERIVABLE_TYPE(Type, name, MODULE, OBJECT, Parent) \
  GType name##_get_type(void);                                       \
  typedef struct _##Type {                                           \
    Parent parent_instance;                                          \
  } Type;                                                            \
  typedef struct _##Type##Class Type##Class;                         \
  static inline Type* MODULE##_##OBJECT(gpointer p) { return (Type*)p; } \
  static inline gboolean MODULE##_IS_##OBJECT(gpointer p) { return p != NULL; }
#define G_DECLARE_INTERFACE(Type, name, MODULE, OBJECT, Prerequisite) \
  GType name##_get_type(void);                                        \
  typedef struct _##Type Type;                                        \
  typedef struct _##Type##Interface Type##Interface;                  \
  static inline Type* MODULE##_##OBJECT(gpointer p) { return (Type*)p; } \
  static inline gboolean MODULE##_IS_##OBJECT(gpointer p) { return p != NULL; } \
  static inline Type##Interface* MODULE##_##OBJECT##_GET_IFACE(gpointer p) { return (Type##Interface*)p; }
#define G_DEFINE_TYPE(Type, name, PARENT)        \
  static gpointer name##_parent_class;           \
  static void name##_init(Type* self);           \
  static void name##_class_init(Type##Class* type); \
  GType name##_get_type(void) { return 0; }
#define G_DEFINE_TYPE_WITH_CODE(Type, name, PARENT, ...) G_DEFINE_TYPE(Type, name, PARENT)
#define G_DEFINE_FINAL_TYPE(Type, name, PARENT) G_DEFINE_TYPE(Type, name, PARENT)
#define G_DEFINE_ABSTRACT_TYPE(Type, name, PARENT) G_DEFINE_TYPE(Type, name, PARENT)
#define G_DEFINE_TYPE_WITH_PRIVATE(Type, name, PARENT)                                     \
  static inline gpointer name##_get_instance_private(Type* self) { return (gpointer)self; } \
  G_DEFINE_TYPE(Type, name, PARENT)
#define G_DEFINE_FINAL_TYPE_WITH_CODE(Type, name, PARENT, ...) G_DEFINE_TYPE(Type, name, PARENT)
#define G_DEFINE_INTERFACE(Type, name, PARENT)                \
  static void name##_default_init(Type##Interface* interface); \
  GType name##_get_type(void) { return 0; }
#define G_IMPLEMENT_INTERFACE(type, init)
#define G_ADD_PRIVATE(Type)
#define G_TYPE_CHECK_INSTANCE_CAST(object, type, Type) ((Type*)(object))
#define G_TYPE_CHECK_CLASS_CAST(object, type, Type) ((Type*)(object))
#define G_TYPE_CHECK_INSTANCE_TYPE(object, type) ((object) != NULL)
#define G_TYPE_INSTANCE_GET_PRIVATE(object, type, Type) ((Type*)(object))
#define G_TYPE_INSTANCE_GET_CLASS(object, type, Type) ((Type*)((GTypeInstance*)(object))->g_class)

gpointer g_object_new(GType type, const gchar* first, ...);
gpointer g_object_ref(gpointer object);
gpointer g_object_ref_sink(gpointer object);
void g_object_unref(gpointer object);
void g_clear_object_(gpointer* object);
#define g_clear_object(p) g_clear_pointer((p), g_object_unref)
void g_object_set(gpointer object, const gchar* first, ...);
void g_object_get(gpointer object, const gchar* first, ...);
gpointer g_object_get_data(GObject* object, const gchar* key);
void g_object_set_data(GObject* object, const gchar* key, gpointer data);
void g_object_set_data_full(GObject* object, const gchar* key, gpointer data, GDestroyNotify free);
gulong g_signal_connect_data(gpointer object, const gchar* signal, GCallback handler, gpointer data,
                             gpointer free, guint flags);
#define g_signal_connect(object, signal, handler, data) \
  g_signal_connect_data(object, signal, handler, data, NULL, 0)
#define g_signal_connect_swapped(object, signal, handler, data) \
  g_signal_connect_data(object, signal, handler, data, NULL, 2)
void g_signal_emit(gpointer object, guint signal, GQuark detail, ...);
void g_signal_emit_by_name(gpointer object, const gchar* signal, ...);
const gchar* g_value_get_string(const GValue* value);
gint g_value_get_int(const GValue* value);
guint g_value_get_uint(const GValue* value);
gboolean g_value_get_boolean(const GValue* value);
gpointer g_value_get_object(const GValue* value);
gchar* g_value_dup_string(const GValue* value);
void g_value_set_string(GValue* value, const gchar* text);
void g_value_set_boolean(GValue* value, gboolean flag);
void g_value_set_int(GValue* value, gint number);
void g_value_set_object(GValue* value, gpointer object);
void g_object_class_install_property(GObjectClass* type, guint id, GParamSpec* spec);
void g_object_class_install_properties(GObjectClass* type, guint count, GParamSpec** specs);
GParamSpec* g_param_spec_string(const gchar* name, const gchar* nick, const gchar* blurb,
                                const gchar* value, guint flags);
GParamSpec* g_param_spec_boolean(const gchar* name, const gchar* nick, const gchar* blurb,
                                 gboolean value, guint flags);
GParamSpec* g_param_spec_object(const gchar* name, const gchar* nick, const gchar* blurb,
                                GType type, guint flags);
GParamSpec* g_param_spec_int(const gchar* name, const gchar* nick, const gchar* blurb, gint least,
                             gint most, gint value, guint flags);

G_END_DECLS
